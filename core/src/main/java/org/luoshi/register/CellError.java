package org.luoshi.register;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// Something wrong in an imported file.
///
/// @param row as a spreadsheet counts, the first is 1
/// @param column head of the column; null for the row as a whole
/// @param field id of the field; null for the row as a whole
/// @param value what stands there, shortened
public record CellError(long row, @Nullable String column, @Nullable String field, String value, Text text) {}
