package org.luoshi.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.luoshi.access.Accounts;
import org.luoshi.access.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session twelve hours after signing in, however busy it is, and at once when its account is gone.
/// (Thirty idle minutes end it too; the servlet container counts those.)
///
/// Grants are read anew with each request, so that a grant taken away is gone with the next click.
final class SessionRules extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final String SINCE = "luoshi.signed-in-at";

    private final Accounts accounts;
    private final Clock clock;

    SessionRules(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null && authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
            Instant now = clock.instant();
            if (!(session.getAttribute(SINCE) instanceof Instant)) session.setAttribute(SINCE, now);
            Instant since = (Instant) session.getAttribute(SINCE);
            Optional<Viewer> present = accounts.find(viewer.account());
            boolean over = Duration.between(since, now).compareTo(LONGEST) > 0;
            if (over || present.isEmpty()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (!present.get().equals(viewer)) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        present.get(), null, authentication.getAuthorities()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }
}
