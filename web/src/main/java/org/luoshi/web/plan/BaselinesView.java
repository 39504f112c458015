package org.luoshi.web.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// Frozen states of the plan, and one of them against now.
///
/// @param compared null where none is chosen
/// @param typedName as typed, kept when refused; the note too
public record BaselinesView(
        List<Line> baselines,
        @Nullable Compared compared,
        boolean mayFreeze,
        List<FormError> errors,
        String typedName,
        String typedNote) {

    /// @param approvedBy null until another person has approved it
    /// @param mayApprove whether the viewer is such a person
    public record Line(
            String name,
            String note,
            int version,
            Instant frozenAt,
            Text frozenBy,
            @Nullable Text approvedBy,
            @Nullable Instant approvedAt,
            boolean mayApprove) {

        public String href() {
            return "/baselines?compare=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    public record Compared(String name, Instant from, Instant to, List<Difference> differences) {}

    /// @param kind `added`, `removed`, `retargeted`, `rescheduled`, `reassigned`, `moved` or `reworded`
    /// @param item what kind of item differs
    /// @param href null for what has no page
    public record Difference(
            String kind, String item, Text title, @Nullable String href, List<Change> changes, List<Hand> hands) {}

    public record Change(Text field, Text before, Text after) {}

    public record Hand(Instant at, Text by, int version) {}
}
