package org.luoshi.indicator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The outcome of a check of stored figures.
///
/// @param at as of which moment the registers were read
/// @param scope what was looked at
/// @param compared cells, those without a stored row among them
/// @param late cells that differ and say so themselves: the worker has not come to them yet
/// @param wrongCells cells that differ and do not say so
/// @param wrongSums sums that differ and are not marked
/// @param remaining findings that a repair left; null where none was asked for
public record CheckReport(
        Instant at,
        CheckScope scope,
        long compared,
        long late,
        long wrongCells,
        long wrongSums,
        @Nullable Long remaining) {

    /// Whether nothing is wrong, or not any more.
    public boolean isRight() {
        return remaining == null ? wrongCells + wrongSums == 0 : remaining == 0;
    }

    public boolean isWhole() {
        return scope.equals(CheckScope.ALL);
    }
}
