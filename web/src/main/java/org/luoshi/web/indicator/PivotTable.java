package org.luoshi.web.indicator;

import java.util.List;
import org.luoshi.web.plan.UnitLink;

/// An indicator's figures, units down and periods across, newest period last.
///
/// @param periods heads of the columns
/// @param rows units in the order of the city; where the indicator has a figure for the city, that is the last row
public record PivotTable(List<String> periods, List<Row> rows) {

    /// @param total the city's own figure, which need not be the sum of the rows
    public record Row(UnitLink unit, List<Value> values, boolean total) {}

    /// @param words as written, `—` where unknown
    public record Value(String words, String href) {}
}
