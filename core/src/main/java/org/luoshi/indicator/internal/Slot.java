package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr.Aggregate;

/// A number that partial sums keep for an aggregate, such that those of two sets of records combine into their union's.
record Slot(Aggregate aggregate, Part part) {

    enum Part {
        /// Records that pass the filter and have a value.
        NUMBER("sum"),
        TOTAL("sum"),
        /// Values times their weights.
        WEIGHTED("sum"),
        /// Weights of the records that have a value.
        WEIGHT("sum"),
        LOWEST("min"),
        HIGHEST("max");

        /// The SQL aggregate that combines two.
        final String combine;

        Part(String combine) {
            this.combine = combine;
        }

        boolean isExtreme() {
            return this == LOWEST || this == HIGHEST;
        }

        /// Of two extremes.
        boolean isStronger(BigDecimal one, BigDecimal other) {
            return this == LOWEST ? one.compareTo(other) < 0 : one.compareTo(other) > 0;
        }

        @Nullable BigDecimal stronger(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other : other == null || isStronger(one, other) ? one : other;
        }
    }
}
