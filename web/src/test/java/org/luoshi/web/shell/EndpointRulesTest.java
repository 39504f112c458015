package org.luoshi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

class EndpointRulesTest {

    @Test
    void everyEndpointHasExactlyOneRule() throws ClassNotFoundException {
        Set<String> wrong = new TreeSet<>();
        for (Method endpoint : endpoints()) {
            boolean allow = endpoint.isAnnotationPresent(Allow.class);
            boolean anyone = endpoint.isAnnotationPresent(AllowAnyone.class);
            if (allow == anyone) wrong.add(endpoint.toString());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyLogInErrorsAndTheCheckOfACertificateAreOpenToAnyone() throws ClassNotFoundException {
        Set<String> open = endpoints().stream()
                .filter(endpoint -> endpoint.isAnnotationPresent(AllowAnyone.class))
                .flatMap(endpoint -> Arrays.stream(mapping(endpoint).path()))
                .collect(Collectors.toSet());
        assertThat(open).containsExactlyInAnyOrder("/login", "/error", "/certificates/check");
    }

    @Test
    void nothingIsChangedByReading() throws ClassNotFoundException {
        Set<String> vague = endpoints().stream()
                .filter(endpoint -> mapping(endpoint).method().length == 0)
                .filter(endpoint -> !Set.of(mapping(endpoint).path()).contains("/error"))
                .map(Method::toString)
                .collect(Collectors.toSet());
        assertThat(vague).as("endpoints for any method").isEmpty();
        assertThat(endpoints()).allSatisfy(endpoint -> assertThat(mapping(endpoint).method())
                .doesNotContain(RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH));
    }

    @Test
    void aNulInWhatWasSentIsRefused() {
        assertThatThrownBy(() -> EndpointRules.refuseNul(Map.of("q", new String[] {"a\0b"})))
                .isInstanceOf(BadRequest.class);
        assertThatCode(() -> EndpointRules.refuseNul(Map.of("q", new String[] {"项目"}))).doesNotThrowAnyException();
    }

    private static List<Method> endpoints() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var found = new ArrayList<Method>();
        for (var bean : scanner.findCandidateComponents("org.luoshi.web")) {
            for (Method method : Class.forName(bean.getBeanClassName()).getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) found.add(method);
            }
        }
        return found;
    }

    private static RequestMapping mapping(Method endpoint) {
        return AnnotatedElementUtils.getMergedAnnotation(endpoint, RequestMapping.class);
    }
}
