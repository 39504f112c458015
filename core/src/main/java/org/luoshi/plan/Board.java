package org.luoshi.plan;

import java.util.List;
import java.util.Map;
import org.luoshi.pack.StatusRule;

/// A page of commitments.
///
/// @param total how many pass the filter
/// @param byStatus how many pass the filter with each status, the filter's own statuses left aside
public record Board(List<CommitmentRow> rows, int total, Map<StatusRule.Status, Integer> byStatus) {
    public Board {
        rows = List.copyOf(rows);
        byStatus = Map.copyOf(byStatus);
    }

    public int count(StatusRule.Status status) {
        return byStatus.getOrDefault(status, 0);
    }
}
