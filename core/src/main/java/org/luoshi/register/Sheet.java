package org.luoshi.register;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.internal.export.CsvSheet;
import org.luoshi.register.internal.export.XlsxSheet;

/// A table file that is written row by row, in which no text becomes a formula.
public interface Sheet extends AutoCloseable {

    /// @param out closed with the sheet
    /// @param title of a workbook's one sheet
    /// @param charset and `mark`: of a CSV, see [ExportRequest]
    static Sheet open(Format format, OutputStream out, String title, Charset charset, boolean mark) throws IOException {
        return format == Format.XLSX ? new XlsxSheet(out, title) : new CsvSheet(out, charset, mark);
    }

    void head(List<String> titles) throws IOException;

    /// @param texts of the cells
    /// @param values behind them, from which numbers and dates keep their type where the format has types
    void row(List<String> texts, List<@Nullable Object> values) throws IOException;

    /// Values as they are written where nothing formats them: exact, and empty for null.
    default void row(List<@Nullable Object> values) throws IOException {
        row(values.stream().map(Sheet::text).toList(), values);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    void close() throws IOException;
}
