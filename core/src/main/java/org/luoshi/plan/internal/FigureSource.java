package org.luoshi.plan.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.status.Facts;

/// Where the figures of commitments come from.
public interface FigureSource {

    /// @param from first day wanted, usually the baseline's
    record Wanted(QualifiedId indicator, String unit, LocalDate from) {}

    /// Values at the ends of periods up to `day` (the running period's at `day`), oldest first; periods without a
    /// value are left out.
    ///
    /// @param asOf whose knowledge counts; null for the present
    Map<Wanted, List<Facts.Actual>> readings(Collection<Wanted> wanted, LocalDate day, @Nullable Instant asOf);
}
