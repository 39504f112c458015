package org.luoshi.plan.internal;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Which rows were known at a moment.
final class Known {

    private Known() {}

    /// @param asOf null for the present
    static Condition at(Field<Instant> from, Field<Instant> to, @Nullable Instant asOf) {
        return asOf == null ? to.isNull() : from.le(asOf).and(to.isNull().or(to.gt(asOf)));
    }
}
