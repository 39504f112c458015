package org.luoshi.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a submitted form says.
///
/// @param values of the fields that were sent and could be read, for [Register#create] or [Register#update]
public record FormReading(Map<String, @Nullable Object> values, List<FieldError> errors) {

    public FormReading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        errors = List.copyOf(errors);
    }
}
