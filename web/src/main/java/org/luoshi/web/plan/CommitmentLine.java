package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.StatusTag;

/// A commitment 任务 as one line of a list.
///
/// @param actual and target as written, `—` where no figure was promised or known
/// @param actualHref down to the rows that make the figure; null where there is none
/// @param unit of the figure; empty where there is none
/// @param chance of arriving on time, 0 to 1; null where nothing can be said
/// @param since the day from which it has been off its path without a break
public record CommitmentLine(
        String id,
        Text title,
        Text focus,
        Text measure,
        UnitLink lead,
        LocalDate from,
        LocalDate to,
        StatusTag status,
        Text reason,
        String actual,
        @Nullable String actualHref,
        String target,
        String unit,
        @Nullable Double chance,
        @Nullable LocalDate since,
        List<MilestoneRow> milestones) {

    public String href() {
        return "/plan/" + id;
    }
}
