package org.luoshi.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Denies by default: an endpoint is reached only through its own written rule.
final class EndpointRules implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpRequestMethodNotSupportedException {
        if (!(handler instanceof HandlerMethod endpoint)) return true;
        // The framework's own answer to it is an endpoint without a rule.
        if ("OPTIONS".equals(request.getMethod())) throw new HttpRequestMethodNotSupportedException("OPTIONS");
        refuseNul(request.getParameterMap());
        if (endpoint.hasMethodAnnotation(AllowAnyone.class)) return true;
        Allow rule = endpoint.getMethodAnnotation(Allow.class);
        if (rule == null) throw new IllegalStateException("no rule on " + endpoint);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean allowed = authentication != null
                && authentication.getPrincipal() instanceof Viewer viewer
                && Arrays.stream(rule.value()).anyMatch(viewer::mayAnywhere);
        if (!allowed) throw new AccessDenied(rule.value()[0], "*");
        return true;
    }

    /// U+0000 is no character of any text, and PostgreSQL stores none.
    static void refuseNul(Map<String, String[]> sent) {
        sent.forEach((name, values) -> {
            for (String value : values) {
                if (value.indexOf(0) >= 0) throw new BadRequest("error.mistyped", name, value.replace('\0', '␀'));
            }
        });
    }
}
