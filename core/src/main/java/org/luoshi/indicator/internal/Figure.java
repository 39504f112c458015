package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A computed figure, not yet a cell.
public record Figure(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long records) {

    static final Figure UNKNOWN = new Figure(null, null, null, 0);

    static final Figure ZERO = new Figure(BigDecimal.ZERO, null, null, 0);

    /// Equal as numbers: 1.0 and 1 are one figure.
    boolean sameAs(Figure other) {
        return records == other.records
                && same(value, other.value)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }
}
