package org.luoshi.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.luoshi.process.CalendarFeeds;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a calendar program in whose address opens a calendar, for that one request; any other address is not there.
final class CalendarKeyFilter extends OncePerRequestFilter {

    static final String PATH = "/calendar/";
    private static final String ENDING = ".ics";

    private final CalendarFeeds feeds;

    CalendarKeyFilter(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CalendarFeeds.Opened> opened = key(request.getRequestURI()).flatMap(feeds::open);
        if (opened.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                opened.get().viewer(), null, List.of(new SimpleGrantedAuthority("CALENDAR"))));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> key(String path) {
        return path.startsWith(PATH) && path.endsWith(ENDING) && path.length() > PATH.length() + ENDING.length()
                ? Optional.of(path.substring(PATH.length(), path.length() - ENDING.length()))
                : Optional.empty();
    }
}
