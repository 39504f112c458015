package org.luoshi.web.indicator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.Pager;
import org.luoshi.web.plan.UnitLink;

/// A figure down to its rows.
///
/// @param words the formula as a sentence; `formula` as the pack writes it
/// @param steps how the value follows: numerator, denominator, factor
/// @param cells what the value is made of: inputs of a derived indicator, or the units below
/// @param rows this page of the rows that count
public record ExplainView(
        String indicator,
        Text title,
        UnitLink unit,
        Period period,
        FigureTile figure,
        List<Text> words,
        String formula,
        List<Step> steps,
        List<CellLine> cells,
        List<Text> columns,
        List<Row> rows,
        Pager pager,
        String pack,
        String packVersion,
        @Nullable Text source,
        @Nullable Text note,
        @Nullable Instant knownAt,
        List<Neighbour> periods) {

    public record Step(Text what, String value) {}

    public record CellLine(Text what, String href, String value, String unit) {}

    /// @param values one a column
    public record Row(String href, String label, List<String> values, int version, Instant knownFrom) {}

    /// Another period of the same figure.
    public record Neighbour(Period period, String value, String href, boolean chosen) {}
}
