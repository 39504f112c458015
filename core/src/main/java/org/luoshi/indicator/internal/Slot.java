package org.luoshi.indicator.internal;

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
    }
}
