package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Slots of one unit with all its parts, for one period and everything the accumulation takes into it.
///
/// @param slots null where nothing was summed up
/// @param exact values of the aggregates that do not add up; empty until computed
record Rolled(long records, @Nullable BigDecimal[] slots, @Nullable BigDecimal[] exact) {

    private static final @Nullable BigDecimal[] NONE = {};

    Rolled(long records, @Nullable BigDecimal[] slots) {
        this(records, slots, NONE);
    }

    static final Rolled EMPTY = new Rolled(0, NONE, NONE);

    @Nullable BigDecimal slot(int place) {
        return place < slots.length ? slots[place] : null;
    }

    @Nullable BigDecimal exact(int place) {
        return place < exact.length ? exact[place] : null;
    }

    Rolled withExact(@Nullable BigDecimal[] values) {
        return new Rolled(records, slots, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rolled that
                && records == that.records
                && Arrays.equals(slots, that.slots)
                && Arrays.equals(exact, that.exact);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(records) * 31 + Arrays.hashCode(slots);
    }
}
