package org.luoshi.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands the [Shell] and the [Viewer] of a request to the controllers that ask for them.
@Component
class ShellArguments implements HandlerMethodArgumentResolver {

    private final Shells shells;

    ShellArguments(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Shell.class || parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) throw new IllegalStateException("pages are served over HTTP only");
        Shell shell = shells.of(servlet);
        if (parameter.getParameterType() == Shell.class) return shell;
        Viewer viewer = shell.viewer();
        if (viewer == null) throw new AccessDeniedException("nobody is signed in");
        return viewer;
    }
}
