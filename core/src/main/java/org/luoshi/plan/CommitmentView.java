package org.luoshi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.forecast.BandPoint;
import org.luoshi.plan.status.Assessment;
import org.luoshi.plan.status.Facts;

/// All there is to say of a commitment at a moment.
///
/// @param since first day of the unbroken stretch in its status
/// @param indicator of the promised figure; absent where none was promised
/// @param series the figure's values, oldest first
/// @param band where the figure may go; empty without a forecast
/// @param evidence newest first
/// @param blocks what depends on it
/// @param history its statuses, newest first
/// @param edits changes of its declaration, newest first
public record CommitmentView(
        Plan.Commitment commitment,
        String focus,
        Text focusTitle,
        String measure,
        Text measureTitle,
        Assessment assessment,
        LocalDate since,
        @Nullable Indicator indicator,
        List<Facts.Actual> series,
        List<BandPoint> band,
        List<Evidence> evidence,
        List<Linked> dependsOn,
        List<Linked> blocks,
        List<Plan.Clause> clauses,
        List<StatusChange> history,
        List<Edit> edits) {

    public CommitmentView {
        series = List.copyOf(series);
        band = List.copyOf(band);
        evidence = List.copyOf(evidence);
        dependsOn = List.copyOf(dependsOn);
        blocks = List.copyOf(blocks);
        clauses = List.copyOf(clauses);
        history = List.copyOf(history);
        edits = List.copyOf(edits);
    }

    /// @param record its number in the evidence register
    /// @param milestone absent for the commitment as a whole
    public record Evidence(
            long record,
            String label,
            @Nullable String milestone,
            @Nullable LocalDate happenedOn,
            @Nullable String verdict,
            boolean accepted,
            @Nullable LocalDate verifiedOn) {}

    /// Another commitment. One that is not done blocks what depends on it.
    public record Linked(String id, Text title, StatusView status) {
        public boolean done() {
            return status.status() == org.luoshi.pack.StatusRule.Status.DONE;
        }
    }

    /// @param what empty for its first appearance
    public record Edit(Instant at, String by, long change, List<PlanChange> what) {
        public Edit {
            what = List.copyOf(what);
        }
    }

    public List<Linked> blockedBy() {
        return dependsOn.stream().filter(l -> !l.done()).toList();
    }
}
