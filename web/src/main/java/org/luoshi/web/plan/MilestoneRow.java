package org.luoshi.web.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A milestone 节点 and how it stands.
///
/// @param stated whether the source document states the date
/// @param state `reached`, `reached_late`, `awaiting_verdict`, `returned`, `overdue` or `ahead`
/// @param reachedOn day of the accepted evidence
public record MilestoneRow(
        String id,
        Text title,
        LocalDate due,
        boolean stated,
        String state,
        @Nullable LocalDate reachedOn,
        long lateDays,
        @Nullable Text evidence) {

    public boolean done() {
        return reachedOn != null;
    }
}
