package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a source some changes touch: records, whose versions are compared; units and periods, which are summed up
/// again; or all of it.
final class Touched {

    private final Set<Long> records = new LinkedHashSet<>();
    private final Set<Key> keys = new LinkedHashSet<>();
    private boolean whole;

    /// @param unit as recorded, not rolled up
    /// @param period first day
    record Key(String unit, LocalDate period) {}

    void add(@Nullable String unit, @Nullable LocalDate period, @Nullable Long record) {
        if (unit == null || period == null) whole = true;
        else if (record == null) keys.add(new Key(unit, period));
        else records.add(record);
    }

    boolean isEmpty() {
        return !whole && keys.isEmpty() && records.isEmpty();
    }

    boolean whole() {
        return whole;
    }

    Set<Long> records() {
        return records;
    }

    Set<Key> keys() {
        return keys;
    }
}
