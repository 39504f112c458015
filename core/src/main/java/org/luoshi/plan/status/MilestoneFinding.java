package org.luoshi.plan.status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Plan;

/// A milestone and what the evidence register knows of it.
///
/// @param reachedOn day of the fact that accepted evidence shows; absent while none is accepted
/// @param awaiting pieces of evidence on which nobody has decided yet
/// @param returnedOn day of the last verdict that did not accept; absent while there is none
public record MilestoneFinding(
        Plan.Milestone milestone, @Nullable LocalDate reachedOn, int awaiting, @Nullable LocalDate returnedOn) {

    public enum State {
        REACHED,
        REACHED_LATE,
        AWAITING_VERDICT,
        RETURNED,
        OVERDUE,
        AHEAD
    }

    public boolean reached() {
        return reachedOn != null;
    }

    /// Whether its due day is over; on the due day itself nothing is late yet.
    public boolean dueBefore(LocalDate day) {
        return milestone.due().isBefore(day);
    }

    /// Days past due and not reached; 0 otherwise.
    public long lateDays(LocalDate day) {
        return reached() ? 0 : Math.max(0, milestone.due().until(day, ChronoUnit.DAYS));
    }

    public State state(LocalDate day) {
        LocalDate reached = reachedOn;
        if (reached != null) {
            return reached.isAfter(milestone.due()) ? State.REACHED_LATE : State.REACHED;
        }
        if (awaiting > 0) return State.AWAITING_VERDICT;
        if (returnedOn != null) return State.RETURNED;
        return lateDays(day) > 0 ? State.OVERDUE : State.AHEAD;
    }
}
