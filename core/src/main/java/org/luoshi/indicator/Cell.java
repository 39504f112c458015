package org.luoshi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// A figure of one indicator for one unit and period.
///
/// @param value in the indicator's unit of measure; null for unknown
/// @param numerator and denominator only of a rate
/// @param records how many records the unit has in the period, whether a filter lets them count or not; 0 for a derived
///     figure
/// @param knownAt moment up to which changes are taken into account
/// @param stale whether a fact has changed that this figure does not show yet
public record Cell(
        QualifiedId indicator,
        String unit,
        Period period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        long records,
        Instant knownAt,
        boolean stale) {}
