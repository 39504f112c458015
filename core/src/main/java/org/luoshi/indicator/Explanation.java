package org.luoshi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Count;

/// What a figure is made of.
///
/// @param formula in words
/// @param numerator and denominator in words, only of a rate
/// @param timing which records belong to the period, in words; one per register
/// @param inputs cells of the indicators a derived one is made of
/// @param children cells of the units directly below
/// @param measures in words, the aggregates to which records contribute, in the order of [SourceRow#contributions]
/// @param rows this page of the records that count
/// @param rowCount records that count and that the viewer may read
/// @param hiddenRows records that count but that the viewer may not read
/// @param next and `previous`: where the pages after and before this one begin, null where there are none
public record Explanation(
        Cell cell,
        Text formula,
        @Nullable Text numerator,
        @Nullable Text denominator,
        List<Text> timing,
        List<Cell> inputs,
        List<Cell> children,
        List<Text> measures,
        List<SourceRow> rows,
        Count rowCount,
        Count hiddenRows,
        @Nullable RowPlace next,
        @Nullable RowPlace previous) {

    public Explanation {
        timing = List.copyOf(timing);
        inputs = List.copyOf(inputs);
        children = List.copyOf(children);
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
    }

    /// A record that counts, in the version that was known.
    ///
    /// @param label the record's name
    /// @param date the day that places it in time
    /// @param contributions per measure: the value it adds, 1 for a count, null where it does not count
    /// @param author account that made this version
    public record SourceRow(
            QualifiedId entity,
            long id,
            int version,
            String label,
            String unit,
            LocalDate date,
            List<@Nullable BigDecimal> contributions,
            Instant knownFrom,
            long change,
            String author) {}
}
