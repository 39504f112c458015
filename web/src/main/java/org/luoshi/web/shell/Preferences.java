package org.luoshi.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.luoshi.kernel.text.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Language and theme: chosen with `?lang=en` or `?theme=wall`, remembered in a cookie, Chinese and light otherwise.
@Component
class Preferences extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        findLanguage(request.getParameter("lang")).ifPresent(chosen -> keep(response, "lang", chosen.tag()));
        Optional.ofNullable(request.getParameter("theme"))
                .flatMap(Theme::find)
                .ifPresent(chosen -> keep(response, "theme", chosen.id()));
        chain.doFilter(request, response);
    }

    static Language language(HttpServletRequest request) {
        return findLanguage(request.getParameter("lang"))
                .or(() -> cookie(request, "lang").flatMap(Preferences::findLanguage))
                .orElse(Language.ZH);
    }

    static Theme theme(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("theme"))
                .flatMap(Theme::find)
                .or(() -> cookie(request, "theme").flatMap(Theme::find))
                .orElse(Theme.LIGHT);
    }

    private static Optional<Language> findLanguage(String tag) {
        if (tag == null) return Optional.empty();
        return switch (tag) {
            case "zh" -> Optional.of(Language.ZH);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        String cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
