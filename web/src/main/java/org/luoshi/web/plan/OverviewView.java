package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.part.StatusTag;
import org.luoshi.web.quality.QualityNotes;

/// The first page: what is off its path and since when, what changed this week, where.
///
/// @param own units for which the reader writes records, other than the city
/// @param offPath gravest first, as many as fit; `offPathTotal` says how many there are
/// @param changes latest first, as many as fit, of `changesTotal`
/// @param due soonest first, as many as fit, of `dueTotal`
/// @param dueHref the board with all that is due
/// @param map absent where the city has no schematic map
public record OverviewView(
        Text plan,
        List<UnitLink> own,
        Tally tally,
        List<RuleLine> rule,
        List<FocusCard> focuses,
        List<CommitmentLine> offPath,
        int offPathTotal,
        LocalDate weekFrom,
        List<WeekChange> changes,
        int changesTotal,
        List<DueRow> due,
        int dueTotal,
        String dueHref,
        @Nullable DistrictMap map,
        List<DistrictRow> districts,
        QualityNotes.@Nullable Note doubts) {

    /// Commitments of which nothing can be said: neither off their path nor on it.
    public int unknown() {
        return tally.counts().stream()
                .filter(count -> count.tag().id().equals("unknown"))
                .mapToInt(StatusCount::count)
                .sum();
    }

    /// A level of the plan's status rule.
    ///
    /// @param when it is given; empty for the one that is left
    public record RuleLine(StatusTag tag, Text when) {}

    /// A focus 着力点 with the state of its commitments.
    public record FocusCard(String id, int order, Text title, int measures, Tally tally) {}

    /// A status that changed within the last seven days.
    ///
    /// @param better nearer to its path than before; null where it became or was unknown
    public record WeekChange(
            String id,
            Text title,
            UnitLink lead,
            LocalDate day,
            StatusTag before,
            StatusTag now,
            @Nullable Boolean better,
            Text reason) {}

    /// Changes for the worse, or for the better, among those shown.
    public long changed(boolean better) {
        return changes.stream().filter(change -> change.better() != null && change.better() == better).count();
    }

    /// A milestone due within the next two weeks, or overdue.
    ///
    /// @param evidence how what was handed in stands: `awaiting_verdict` or `returned`; absent where nothing was
    public record DueRow(String id, Text commitment, UnitLink lead, MilestoneRow milestone, @Nullable String evidence) {}

    /// A district's line of the table beside the map.
    ///
    /// @param whole whether the viewer may see all that it leads; else its counts are not told
    public record DistrictRow(UnitLink unit, int commitments, int offPath, int unknown, boolean whole) {}
}
