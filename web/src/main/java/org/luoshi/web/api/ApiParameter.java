package org.luoshi.web.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luoshi.register.ListRequest;

/// A parameter that operations under `/api` may take: what is accepted and what is described is read from here.
public enum ApiParameter {
    LIMIT(Map.of(
            "type", "integer", "minimum", 1, "maximum", Limits.LARGEST, "default", Limits.USUAL)),
    AFTER(Map.of("type", "string")),
    BBOX(Map.of("type", "array", "items", Map.of("type", "number"), "minItems", 4, "maxItems", 6)),
    DATETIME(Map.of("type", "string")),
    UNIT(Map.of("type", "array", "items", Map.of("type", "string"))),
    FROM(Map.of("type", "string")),
    TO(Map.of("type", "string")),
    BASIS(Map.of("type", "string")),
    ASOF(Map.of("type", "string")),
    LANG(Map.of("type", "string", "enum", List.of("zh", "en"), "default", "zh"));

    static final class Limits {
        static final int LARGEST = ListRequest.LARGEST_PAGE;
        static final int USUAL = 100;

        private Limits() {}
    }

    private final Map<String, Object> schema;

    ApiParameter(Map<String, Object> schema) {
        this.schema = schema;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> schema() {
        return schema;
    }

    /// Several values stand behind one name, parted by commas.
    boolean isList() {
        return "array".equals(schema.get("type"));
    }

    static Optional<ApiParameter> find(String id) {
        return Arrays.stream(values()).filter(parameter -> parameter.id().equals(id)).findFirst();
    }
}
