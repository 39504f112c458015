package org.luoshi.observation;

import org.jspecify.annotations.Nullable;
import org.luoshi.observation.Catalogue.UnitOfMeasurement;

/// @param numeric whether a result has to be a number
/// @param lowest of what can be measured; null: no bound
public record NewDatastream(
        long thing,
        long sensor,
        long observedProperty,
        String name,
        String description,
        boolean numeric,
        @Nullable UnitOfMeasurement unit,
        @Nullable Double lowest,
        @Nullable Double highest) {

    public NewDatastream {
        if (lowest != null && highest != null && !(lowest <= highest))
            throw new IllegalArgumentException("need lowest <= highest, got %s and %s".formatted(lowest, highest));
    }
}
