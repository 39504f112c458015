package org.luoshi.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON Schema (2020-12) of the records that operations return, as they are written: a component that may be null is
/// either left out (`NON_NULL` on the record) or written as `null`.
final class JsonSchemas {

    private final Map<String, Object> named = new LinkedHashMap<>();

    /// Schemas of all records met so far, by name.
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) return of(generic);
        if (!(type instanceof Class<?> known)) return Map.of(); // anything
        if (known == String.class) return Map.of("type", "string");
        if (known == int.class || known == long.class || known == Integer.class || known == Long.class)
            return Map.of("type", "integer");
        if (known == boolean.class) return Map.of("type", "boolean");
        if (known == BigDecimal.class) return Map.of("type", "number");
        if (known == Instant.class) return Map.of("type", "string", "format", "date-time");
        if (known == LocalDate.class) return Map.of("type", "string", "format", "date");
        if (known == Object.class) return Map.of();
        if (known.isRecord()) return record(known);
        throw new IllegalArgumentException("no JSON Schema for " + type);
    }

    private Map<String, Object> of(ParameterizedType generic) {
        Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        if (generic.getRawType() == List.class) return Map.of("type", "array", "items", of(last));
        if (generic.getRawType() == Map.class) return Map.of("type", "object", "additionalProperties", of(last));
        throw new IllegalArgumentException("no JSON Schema for " + generic);
    }

    private Map<String, Object> record(Class<?> type) {
        String name = type.getSimpleName();
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // a record may hold itself
            named.put(name, object(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> type) {
        JsonInclude inclusion = type.getAnnotation(JsonInclude.class);
        boolean nullIsLeftOut = inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Map<String, Object> schema = of(component.getGenericType());
            boolean writtenAsNull = nullable && !nullIsLeftOut;
            properties.put(
                    component.getName(),
                    writtenAsNull ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema);
            if (!nullable || writtenAsNull) required.add(component.getName());
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("required", required);
        object.put("properties", properties);
        return object;
    }
}
