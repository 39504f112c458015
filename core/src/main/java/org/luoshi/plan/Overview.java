package org.luoshi.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// The plan at a glance.
///
/// @param day the day judged
/// @param offPath at risk or behind, worst first, then longest so; at most 50
/// @param changed status changes of the last `DAYS` days, the day itself included, latest first; first judgements left out
/// @param byLead unit → its commitments' statuses
public record Overview(
        LocalDate day,
        int total,
        Map<StatusRule.Status, Integer> byStatus,
        List<FocusCount> focuses,
        List<CommitmentRow> offPath,
        List<StatusChange> changed,
        Map<String, Map<StatusRule.Status, Integer>> byLead) {

    /// How far back `changed` looks. Rolling, since on a Monday a week that has just begun is empty.
    public static final int DAYS = 7;

    public Overview {
        byStatus = Map.copyOf(byStatus);
        focuses = List.copyOf(focuses);
        offPath = List.copyOf(offPath);
        changed = List.copyOf(changed);
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
