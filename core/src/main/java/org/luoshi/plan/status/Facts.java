package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;

/// All that is known of a commitment at a moment.
///
/// @param day the day judged
/// @param wholeEvidence accepted evidence for the commitment as a whole, earliest day; absent without
/// @param evidenceSubmitted pieces handed in for the commitment, whatever the verdict
public record Facts(
        Plan.Commitment commitment,
        LocalDate day,
        @Nullable FigureFacts figure,
        List<MilestoneFinding> milestones,
        @Nullable LocalDate wholeEvidence,
        int evidenceSubmitted) {

    public Facts {
        milestones = List.copyOf(milestones);
    }

    /// @param readings values at ends of periods (the running one at `day`), oldest first, without gaps' periods
    public record FigureFacts(Indicator indicator, Plan.Figure figure, List<Actual> readings) {
        public FigureFacts {
            readings = List.copyOf(readings);
        }

        public @Nullable Actual latest() {
            return readings.isEmpty() ? null : readings.getLast();
        }
    }

    /// @param on the day the value stands for: the end of its period, or the day judged while that runs
    public record Actual(LocalDate on, BigDecimal value) {}
}
