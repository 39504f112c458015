package org.luoshi.web.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// Frozen states of the plan, and one of them against now.
///
/// @param compared null where none is chosen
public record BaselinesView(
        List<Line> baselines, @Nullable Compared compared, boolean mayFreeze, List<FormError> errors, String typed) {

    public record Line(long id, String title, Instant frozenAt, String frozenBy, String approvedBy, int commitments) {}

    public record Compared(Line baseline, List<Difference> differences) {}

    /// @param kind `added`, `removed`, `moved`, `retargeted`, `renamed` or `reassigned`
    public record Difference(
            String kind,
            String commitment,
            Text title,
            String before,
            String after,
            @Nullable LocalDate on,
            @Nullable String by,
            @Nullable String approvedBy) {}
}
