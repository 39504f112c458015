package org.luoshi.web.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.web.shell.Shell;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/// After signing in: the page that was asked for, or the one where the viewer begins. The front page is no wish: it
/// is what everybody opens first.
final class ArrivalPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache requests = new HttpSessionRequestCache();

    ArrivalPage() {
        setRequestCache(requests);
        setRedirectStrategy(new SameSiteRedirects());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        SavedRequest asked = requests.getRequest(request, response);
        if (asked != null && URI.create(asked.getRedirectUrl()).getPath().equals("/")) {
            requests.removeRequest(request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? Shell.home(viewer) : "/";
    }
}
