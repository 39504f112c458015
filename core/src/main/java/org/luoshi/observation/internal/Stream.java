package org.luoshi.observation.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A datastream as a group finds it.
///
/// @param unit whose thing it is of
/// @param feature made of the place where its thing is; null: none yet, or nowhere
/// @param latest phenomenon time of its newest stored observation; null: has none
record Stream(
        long id,
        String unit,
        boolean numeric,
        @Nullable Double lowest,
        @Nullable Double highest,
        @Nullable Long feature,
        @Nullable Instant latest) {

    boolean holds(double amount) {
        return (lowest == null || amount >= lowest) && (highest == null || amount <= highest);
    }
}
