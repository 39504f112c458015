package org.luoshi.web.indicator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.plan.UnitLink;

/// What moved in one figure between two moments, and why.
///
/// @param since as the address writes it
/// @param finding from what to what
/// @param remark on units of measure or missing values; empty where there is none
/// @param then and `now`: figure, pack and formula of the two moments
/// @param methodChanged whether the formula or its pack version is another
/// @param joined units that came under the unit, `left` those no longer under it
/// @param inputs of a derived indicator
public record RestatementView(
        String indicator,
        Text title,
        UnitLink unit,
        Period period,
        String since,
        Instant from,
        Instant to,
        String measure,
        String finding,
        String remark,
        List<Step> steps,
        String sum,
        Moment then,
        Moment now,
        boolean methodChanged,
        List<UnitLink> joined,
        List<UnitLink> left,
        List<Line> inputs,
        Records records) {

    /// Records that changed.
    ///
    /// @param measures one column of contributions each, then and now
    /// @param sum what the facts moved; null where records have no amounts
    /// @param rest what records that are not listed moved; null where there are none
    public record Records(
            List<Text> measures,
            List<Row> rows,
            @Nullable String sum,
            @Nullable String rest,
            boolean more,
            long hidden) {}

    /// @param change with its sign
    public record Step(String cause, String meaning, String before, String after, String change) {}

    /// @param formula null where the indicator was not declared
    public record Moment(String pack, String digest, @Nullable Text formula, String href) {}

    /// A figure and how it moved.
    public record Line(Text what, String href, String then, String now, String change) {}

    /// @param what happened to the record, in words
    /// @param then contributions at the earlier moment, `now` at the later; `—` where it does not count
    /// @param amount what it moved, signed; null where that cannot be told
    public record Row(
            @Nullable String href,
            String label,
            String what,
            List<String> then,
            List<String> now,
            @Nullable String amount,
            @Nullable Instant known,
            String author) {}
}
