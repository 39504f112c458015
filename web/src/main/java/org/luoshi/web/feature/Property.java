package org.luoshi.web.feature;

import java.util.Map;
import org.luoshi.kernel.text.Text;

/// A property that a collection's features have.
///
/// @param schema its values, as JSON Schema
/// @param filters whether items can be asked for by it
record Property(String name, Text title, Map<String, Object> schema, boolean filters) {

    static final Map<String, Object> TEXT = Map.of("type", "string");
    static final Map<String, Object> WHOLE = Map.of("type", "integer");
    static final Map<String, Object> NUMBER = Map.of("type", "number");
    static final Map<String, Object> TRUTH = Map.of("type", "boolean");
    static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");
    static final Map<String, Object> MOMENT = Map.of("type", "string", "format", "date-time");
}
