package org.luoshi.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.RedirectStrategy;

/// Redirects by path alone. What a visitor sent as `Host` is never repeated, nor can a path lead to another host.
final class SameSiteRedirects implements RedirectStrategy {

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.sendRedirect(pathOf(address));
    }

    static String pathOf(String address) {
        int scheme = address.indexOf("://");
        int query = address.indexOf('?');
        boolean absolute = scheme >= 0 && (query < 0 || scheme < query);
        if (!absolute) return "/" + address.replaceFirst("^[/\\\\]+", "");
        int path = address.indexOf('/', scheme + "://".length());
        return path < 0 ? "/" : pathOf(address.substring(path));
    }
}
