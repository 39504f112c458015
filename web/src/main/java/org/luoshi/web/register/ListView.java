package org.luoshi.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// A page of a register.
///
/// @param path address of the register, e.g. `/registers/parks.project`
/// @param count of all records that match, as written
/// @param allColumns every field, for the column chooser
/// @param changed records that a bulk edit has just changed; null where none went before
/// @param hasPlace whether there is a map to show
public record ListView(
        String path,
        Text title,
        boolean synthetic,
        Text count,
        List<FilterField> filters,
        List<Head> columns,
        List<ColumnChoice> allColumns,
        List<Row> rows,
        @Nullable String previous,
        @Nullable String next,
        List<View> views,
        boolean mayWrite,
        boolean mayImport,
        boolean hasPlace,
        boolean map,
        @Nullable Long changed,
        String query) {

    /// @param href sorts by the column; null where the register is too large for it
    /// @param sorted `ascending`, `descending` or `none`
    public record Head(Text title, String unit, boolean number, @Nullable String href, String sorted) {}

    public record ColumnChoice(String id, Text title, boolean shown) {}

    public record Row(long id, int version, String href, List<Cell> cells) {}

    /// @param href where the value leads: a unit, a commitment, another record
    public record Cell(String words, boolean number, @Nullable String href) {}

    public record View(long id, String title, String href, boolean mine) {}
}
