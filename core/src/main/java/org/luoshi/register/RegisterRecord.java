package org.luoshi.register;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A version of a record.
///
/// Values by field id: text, enumeration value, unit and commitment as String, integer and reference (the `_id` of the
/// record referred to) as Long, decimal as BigDecimal, boolean as Boolean, date as LocalDate, moment as Instant, point as
/// [Point]; missing as null.
///
/// @param version 1 for the first
/// @param knownFrom when this version became known
/// @param change number of the change that made it
/// @param masked fields whose value is shown masked, as a String
public record RegisterRecord(
        long id, int version, Instant knownFrom, long change, Map<String, @Nullable Object> values, Set<String> masked) {

    public RegisterRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        masked = Set.copyOf(masked);
    }

    public @Nullable Object value(String field) {
        return values.get(field);
    }
}
