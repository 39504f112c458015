package org.luoshi.observation;

import org.jspecify.annotations.Nullable;

/// One measured quantity at one thing, as the catalogue knows it.
///
/// @param unit whose thing it is of
/// @param property name of what is observed
/// @param definition address of what is meant by it
/// @param symbol of the unit of measurement
/// @param numeric whether a result has to be a number
/// @param lowest of what can be measured; null: no bound
public record Datastream(
        long id,
        long thing,
        String unit,
        String name,
        String property,
        String definition,
        @Nullable String symbol,
        boolean numeric,
        @Nullable Double lowest,
        @Nullable Double highest) {}
