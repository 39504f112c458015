package org.luoshi.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shells;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Hands an operation its [ApiRequest], once every parameter is one that it takes.
@Component
class ApiArguments implements HandlerMethodArgumentResolver {

    private final Shells shells;

    ApiArguments(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Takes takes = parameter.getMethodAnnotation(Takes.class);
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (takes == null || servlet == null) throw new IllegalStateException("no parameters on " + parameter.getMethod());
        refuseOthers(servlet, takes);
        String host = ServletUriComponentsBuilder.fromContextPath(servlet).build().toUriString();
        return new ApiRequest(shells.of(servlet), host);
    }

    static Set<ApiParameter> taken(Takes takes) {
        Set<ApiParameter> taken = EnumSet.of(ApiParameter.ASOF, ApiParameter.LANG);
        taken.addAll(Arrays.asList(takes.value()));
        return taken;
    }

    /// OGC API Features, requirement 8: a parameter that is not in the description is an error, and is not ignored.
    private static void refuseOthers(HttpServletRequest request, Takes takes) {
        request.getParameterMap().forEach((name, values) -> {
            boolean property = ApiParameter.find(name).isEmpty() && takes.properties();
            boolean known = property || ApiParameter.find(name).filter(taken(takes)::contains).isPresent();
            if (!known) throw new BadRequest("api.unknown-parameter", name);
            if (values.length > 1) throw new BadRequest("api.parameter-twice", name);
        });
    }
}
