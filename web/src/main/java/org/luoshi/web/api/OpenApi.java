package org.luoshi.web.api;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luoshi.web.shell.Problem;
import org.luoshi.web.shell.Shell;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// Describes operations as OpenAPI 3.1, from what they are: path, media types, parameters ([Takes]) and the record that
/// they return. Nothing about an operation is written a second time but its summary, which is in the message catalogue.
final class OpenApi {

    private static final String VERSION = "1.0.0";

    /// Refusals that any operation may answer with.
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 429);

    private final Shell shell;
    private final String host;
    private final JsonSchemas schemas = new JsonSchemas();

    OpenApi(Shell shell, String host) {
        this.shell = shell;
        this.host = host;
    }

    Map<String, Object> of(Collection<HandlerMethod> operations) {
        Map<String, Object> paths = new TreeMap<>();
        for (HandlerMethod operation : operations) {
            for (String path : mapping(operation).path()) paths.put(path, Map.of("get", describe(operation)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of(
                "title", shell.t("api.title"), "version", VERSION, "description", shell.t("api.description")));
        document.put("servers", List.of(Map.of("url", host)));
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("basic", List.of())));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private Map<String, Object> components() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (ApiParameter parameter : ApiParameter.values()) parameters.put(parameter.id(), describe(parameter));
        Map<String, Object> refusal = Map.of(
                "description", shell.t("api.refusal"),
                "content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.of(Problem.class))));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("parameters", parameters);
        components.put("responses", Map.of("refusal", refusal));
        components.put("securitySchemes", Map.of(
                "bearer", Map.of("type", "http", "scheme", "bearer", "description", shell.t("api.security.bearer")),
                "basic", Map.of("type", "http", "scheme", "basic", "description", shell.t("api.security.basic"))));
        components.put("schemas", schemas.named());
        return components;
    }

    private Map<String, Object> describe(ApiParameter parameter) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.id());
        described.put("in", "query");
        described.put("description", shell.t("api.parameter." + parameter.id()));
        described.put("schema", parameter.schema());
        if (parameter.isList()) {
            described.put("style", "form");
            described.put("explode", false);
        }
        return described;
    }

    private Map<String, Object> describe(HandlerMethod operation) {
        String name = operation.getMethod().getName();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", name);
        described.put("summary", shell.t("api.operation." + name));
        described.put("parameters", parameters(operation));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", answer(operation));
        REFUSALS.forEach(status -> responses.put(
                String.valueOf(status), Map.of("$ref", "#/components/responses/refusal")));
        described.put("responses", responses);
        return described;
    }

    private List<Object> parameters(HandlerMethod operation) {
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : operation.getMethod().getParameters()) {
            if (!parameter.isAnnotationPresent(PathVariable.class)) continue;
            parameters.add(Map.of(
                    "name", parameter.getName(),
                    "in", "path",
                    "required", true,
                    "description", shell.t("api.path." + parameter.getName()),
                    "schema", Map.of("type", "string")));
        }
        Takes takes = operation.getMethodAnnotation(Takes.class);
        if (takes == null) throw new IllegalArgumentException("no parameters on " + operation);
        ApiArguments.taken(takes).forEach(parameter ->
                parameters.add(Map.of("$ref", "#/components/parameters/" + parameter.id())));
        if (takes.properties()) {
            parameters.add(Map.of(
                    "name", "properties",
                    "in", "query",
                    "description", shell.t("api.parameter.properties"),
                    "style", "form",
                    "explode", true,
                    "schema", Map.of("type", "object", "additionalProperties", Map.of("type", "string"))));
        }
        return parameters;
    }

    private Map<String, Object> answer(HandlerMethod operation) {
        Type type = operation.getMethod().getGenericReturnType();
        boolean text = type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class;
        Map<String, Object> schema = text ? Map.of("type", "string") : schemas.of(type);
        Map<String, Object> content = new LinkedHashMap<>();
        for (String media : mapping(operation).produces()) content.put(media, Map.of("schema", schema));
        return Map.of("description", shell.t("api.answer"), "content", content);
    }

    private static RequestMapping mapping(HandlerMethod operation) {
        RequestMapping mapping = AnnotatedElementUtils.getMergedAnnotation(operation.getMethod(), RequestMapping.class);
        if (mapping == null) throw new IllegalArgumentException("no mapping on " + operation);
        return mapping;
    }
}
