package org.luoshi.register;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.luoshi.kernel.text.Language;

/// What to export and how.
///
/// @param records filters, search and moment; page and order are ignored, the file is in the order of the business key
/// @param fields columns in order; empty for all
/// @param charset of a CSV
/// @param mark whether a UTF-8 CSV starts with a byte order mark, without which Excel takes it for GBK
public record ExportRequest(
        ListRequest records, List<String> fields, Format format, Charset charset, boolean mark, Language language) {

    public enum Format {
        CSV,
        XLSX
    }

    public ExportRequest {
        fields = List.copyOf(fields);
    }

    /// Everything, as Excel opens it.
    public static ExportRequest of(Format format, Language language) {
        return new ExportRequest(ListRequest.first(1), List.of(), format, StandardCharsets.UTF_8, true, language);
    }

    public ExportRequest of(ListRequest which) {
        return new ExportRequest(which, fields, format, charset, mark, language);
    }

    public ExportRequest in(Charset encoding) {
        return new ExportRequest(records, fields, format, encoding, mark && encoding.equals(StandardCharsets.UTF_8), language);
    }
}
