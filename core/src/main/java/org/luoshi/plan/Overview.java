package org.luoshi.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// The plan at a glance.
///
/// @param day the day judged
/// @param offPath at risk or behind, worst first, then longest so; at most `ROWS`
/// @param changed status changes of the last `DAYS` days, the day itself included, latest first; first judgements left out
/// @param due not done and with a milestone due within `DUE_DAYS` days or overdue, soonest first
/// @param byLead unit → its commitments' statuses
public record Overview(
        LocalDate day,
        int total,
        Map<StatusRule.Status, Integer> byStatus,
        List<FocusCount> focuses,
        List<CommitmentRow> offPath,
        Excerpt<StatusChange> changed,
        Excerpt<CommitmentRow> due,
        Map<String, Map<StatusRule.Status, Integer>> byLead) {

    /// How far back `changed` looks. Rolling, since on a Monday a week that has just begun is empty.
    public static final int DAYS = 7;

    public static final int DUE_DAYS = 14;

    /// An older milestone that was never reached is found on the board.
    public static final int LOOK_BACK_YEARS = 3;

    /// Of each list.
    public static final int ROWS = 12;

    public Overview {
        byStatus = Map.copyOf(byStatus);
        focuses = List.copyOf(focuses);
        offPath = List.copyOf(offPath);
        byLead = Map.copyOf(byLead);
    }

    /// How many are at risk or behind, of which `offPath` has the gravest.
    public int offPathTotal() {
        return byStatus.getOrDefault(StatusRule.Status.AT_RISK, 0) + byStatus.getOrDefault(StatusRule.Status.BEHIND, 0);
    }

    public record FocusCount(String focus, Text title, int total, Map<StatusRule.Status, Integer> byStatus) {
        public FocusCount {
            byStatus = Map.copyOf(byStatus);
        }

        public int count(StatusRule.Status status) {
            return byStatus.getOrDefault(status, 0);
        }
    }
}
