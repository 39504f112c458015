package org.luoshi.indicator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// Which figure is to be explained, and which part of its records is wanted.
///
/// @param asOf null for the present
/// @param after the last record of the page before, as [Explanation#next] gave it; null for the first page
/// @param before the first record of the page after, as [Explanation#previous] gave it
/// @param limit records at most
public record ExplainRequest(
        QualifiedId indicator,
        String unit,
        Period period,
        @Nullable Instant asOf,
        @Nullable RowPlace after,
        @Nullable RowPlace before,
        int limit) {

    public ExplainRequest {
        if (limit < 1) throw new IllegalArgumentException("need a limit from 1, got " + limit);
        if (after != null && before != null)
            throw new IllegalArgumentException("a page is after one record or before one, not both");
    }

    /// The first records.
    public static ExplainRequest of(
            QualifiedId indicator, String unit, Period period, @Nullable Instant asOf, int limit) {
        return new ExplainRequest(indicator, unit, period, asOf, null, null, limit);
    }

    public ExplainRequest after(RowPlace place) {
        return new ExplainRequest(indicator, unit, period, asOf, place, null, limit);
    }

    public ExplainRequest before(RowPlace place) {
        return new ExplainRequest(indicator, unit, period, asOf, null, place, limit);
    }
}
