package org.luoshi.indicator;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// Which figure is to be explained, and which part of its records is wanted.
///
/// @param view as of when, and on which basis
/// @param after the last record of the page before, as [Explanation#next] gave it; null for the first page
/// @param before the first record of the page after, as [Explanation#previous] gave it
/// @param limit records at most
public record ExplainRequest(
        QualifiedId indicator,
        String unit,
        Period period,
        Viewpoint view,
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
        return from(Viewpoint.asOf(asOf), indicator, unit, period, limit);
    }

    public static ExplainRequest from(Viewpoint view, QualifiedId indicator, String unit, Period period, int limit) {
        return new ExplainRequest(indicator, unit, period, view, null, null, limit);
    }

    public @Nullable Instant asOf() {
        return view.asOf();
    }

    public @Nullable LocalDate basis() {
        return view.basis();
    }

    public ExplainRequest after(RowPlace place) {
        return new ExplainRequest(indicator, unit, period, view, place, null, limit);
    }

    public ExplainRequest before(RowPlace place) {
        return new ExplainRequest(indicator, unit, period, view, null, place, limit);
    }
}
