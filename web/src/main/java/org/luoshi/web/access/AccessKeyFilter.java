package org.luoshi.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessKeys;
import org.luoshi.access.KeyCheck;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a program in that shows an access key: as a bearer token, or with HTTP Basic, where the account's name is the
/// user and the key the password. The password of an account opens nothing here.
///
/// Nothing is remembered: each request shows the key.
final class AccessKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final AccessKeys keys;
    private final Messages messages;
    private final RequestAttributeSecurityContextRepository forThisRequest = new RequestAttributeSecurityContextRepository();

    AccessKeyFilter(AccessKeys keys, Messages messages) {
        this.keys = keys;
        this.messages = messages;
    }

    private record Shown(String key, @Nullable String account) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        KeyCheck check = shown(header)
                .map(shown -> keys.check(shown.key(), shown.account()))
                .orElseGet(KeyCheck.Refused::new);
        switch (check) {
            case KeyCheck.Accepted(Viewer viewer) -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        viewer, null, List.of(new SimpleGrantedAuthority("KEY_SHOWN"))));
                SecurityContextHolder.setContext(context);
                forThisRequest.saveContext(context, request, response); // also for its part that streams
                chain.doFilter(request, response);
            }
            case KeyCheck.Refused _ -> refuse(response, messages);
            case KeyCheck.Locked(var until) -> {
                String moment = DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
                response.setHeader(HttpHeaders.RETRY_AFTER, moment);
                Text what = messages.text("api.key-locked", moment);
                problem(HttpStatus.TOO_MANY_REQUESTS, what, messages.text("api.key-locked.next"), response);
            }
        }
    }

    /// Asks for a key; tools for maps and figures then ask their user.
    static void refuse(HttpServletResponse response, Messages messages) throws IOException {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"luoshi\", charset=\"UTF-8\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"luoshi\"");
        problem(
                HttpStatus.UNAUTHORIZED,
                messages.text("api.key-wanted"),
                messages.text("api.key-wanted.next"),
                response);
    }

    /// Whoever is not known yet has chosen no language either: both are said.
    static void problem(HttpStatus status, Text what, Text next, HttpServletResponse response) throws IOException {
        new Problem(status, what.zh() + " / " + what.en(), next.zh() + " / " + next.en()).write(response);
    }

    private static Optional<Shown> shown(String header) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return Optional.of(new Shown(header.substring(BEARER.length()).strip(), null));
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) return Optional.empty();
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Shown(pair.substring(colon + 1), pair.substring(0, colon)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
