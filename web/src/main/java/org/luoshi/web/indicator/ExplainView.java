package org.luoshi.web.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.Count;
import org.luoshi.web.part.BasisNote;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.plan.UnitLink;
import org.luoshi.web.quality.QualityNotes;

/// A figure down to its rows.
///
/// @param words the formula and what belongs to the period, as sentences
/// @param steps how the value follows: numerator, denominator
/// @param cells what the value is made of: inputs of a derived indicator, or the units below
/// @param measures in words, one column of contributions each
/// @param rows this page of the rows that count
/// @param total how many rows the viewer may read, as far as they were counted
/// @param series where the indicator's series is shown
/// @param hidden rows that count but that the viewer may not read
public record ExplainView(
        String indicator,
        Text title,
        UnitLink unit,
        Period period,
        FigureTile figure,
        List<Text> words,
        List<Step> steps,
        List<CellLine> cells,
        List<Text> measures,
        List<Row> rows,
        Count total,
        Count hidden,
        @Nullable String previous,
        @Nullable String next,
        String pack,
        String packVersion,
        @Nullable Text source,
        @Nullable Text note,
        @Nullable Instant knownAt,
        List<Neighbour> periods,
        String series,
        List<IndicatorView.File> files,
        @Nullable Changes changes,
        BasisNote basis,
        QualityNotes.@Nullable Note doubts) {

    /// What changed since a chosen moment.
    ///
    /// @param since in one way of writing
    /// @param then where the figure of then is explained, `more` where the whole comparison is
    public record Changes(
            String since,
            Instant from,
            Instant to,
            String measure,
            String finding,
            String remark,
            List<RestatementView.Step> steps,
            String sum,
            String then,
            String more,
            RestatementView.Records records) {}

    public record Step(Text what, String value) {}

    public record CellLine(Text what, String href, String value, String unit) {}

    /// @param contributions one a measure, `—` where the row does not count for it
    public record Row(
            String href,
            String label,
            UnitLink unit,
            LocalDate date,
            List<String> contributions,
            int version,
            Instant knownFrom,
            String author) {}

    /// Another period of the same figure.
    public record Neighbour(Period period, String value, String href, boolean chosen) {}
}
