package org.luoshi.web.api;

import java.util.Map;
import org.luoshi.access.Permission;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description of all operations for programs, made from the operations themselves.
@RestController
class OpenApiPage {

    private final ObjectProvider<RequestMappingHandlerMapping> operations;

    OpenApiPage(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> operations) {
        this.operations = operations;
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = Problem.PATH + "/openapi.json", produces = {Link.OPENAPI_JSON, Link.JSON})
    Map<String, Object> getDescription(ApiRequest request) {
        return new OpenApi(request.shell(), request.host())
                .of(operations.getObject().getHandlerMethods().values().stream()
                        .filter(operation -> operation.hasMethodAnnotation(Takes.class))
                        .toList());
    }
}
