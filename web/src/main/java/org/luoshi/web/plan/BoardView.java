package org.luoshi.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.Timeline;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.Pager;

/// The plan as a tree (board) or over the calendar (timeline); both share filters and paging.
///
/// @param groups the commitments of this page under their focus and measure, in the plan's order
/// @param outline every measure with its count, as links that filter
/// @param timeline only on the timeline page
public record BoardView(
        Text plan,
        List<FilterField> filters,
        Tally tally,
        List<Outline> outline,
        List<Group> groups,
        @Nullable Timeline timeline,
        Pager pager) {

    /// @param focus shown where it differs from the group before
    /// @param lever 重点, 抓手 or empty
    public record Group(Text focus, boolean focusStarts, Text measure, Text lever, List<CommitmentLine> rows) {}

    public record Outline(Text focus, String href, int count, boolean chosen, List<Entry> measures) {}

    public record Entry(Text measure, String href, int count, boolean chosen) {}
}
