package org.luoshi.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A named state of the plan. Counts as frozen once another person has approved it.
///
/// @param version of the plan at that moment
/// @param frozenBy account
/// @param approvedBy another account; absent until approved
public record Baseline(
        String name,
        int version,
        Instant moment,
        String note,
        String frozenBy,
        Instant frozenAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    public boolean approved() {
        return approvedBy != null;
    }
}
