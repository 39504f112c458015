package org.luoshi.register;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to import and how.
///
/// @param file CSV or XLSX; which of them is read from its content
/// @param name of the file as its owner knows it, for the audit log
/// @param dryRun check everything, write nothing
/// @param charset null to detect
/// @param delimiter of a CSV, null to detect
/// @param errorFile where to put the bad rows with a reason column (CSV); null for nowhere
public record ImportRequest(
        Path file,
        String name,
        Mode mode,
        boolean dryRun,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable Path errorFile) {

    public enum Mode {
        /// One bad row keeps all from being written.
        ALL_OR_NOTHING,
        /// Good rows are written, bad ones reported.
        GOOD_ROWS
    }

    public static ImportRequest of(Path file) {
        return new ImportRequest(
                file, String.valueOf(file.getFileName()), Mode.ALL_OR_NOTHING, false, null, null, null);
    }

    public ImportRequest dry() {
        return new ImportRequest(file, name, mode, true, charset, delimiter, errorFile);
    }

    public ImportRequest goodRows(@Nullable Path badRows) {
        return new ImportRequest(file, name, Mode.GOOD_ROWS, dryRun, charset, delimiter, badRows);
    }
}
