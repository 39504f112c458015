package org.luoshi.register;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;

/// Outcome of an import.
///
/// @param rows data rows read
/// @param created rows that are, or would be, new records
/// @param updated rows that give a record a new version
/// @param unchanged rows that say what the register already says
/// @param bad rows with an error
/// @param errorCount all errors, of which `errors` has the first ones in order of finding
/// @param columns how the file's columns were understood
/// @param notes what was assumed, e.g. the encoding
/// @param problem why nothing could be imported at all, or why it failed
/// @param errorFile the bad rows with their reasons, if asked for and any
/// @param change null where nothing was written
public record ImportReport(
        Outcome outcome,
        long rows,
        long created,
        long updated,
        long unchanged,
        long bad,
        List<CellError> errors,
        long errorCount,
        List<ColumnMatch> columns,
        List<Text> notes,
        @Nullable Text problem,
        @Nullable Path errorFile,
        @Nullable Change change) {

    public enum Outcome {
        /// A dry run: nothing was written, whatever was found.
        CHECKED,
        IMPORTED,
        /// There were errors, nothing was written.
        REFUSED,
        STOPPED,
        /// The file, the disk or the database failed; nothing was written.
        FAILED
    }

    /// @param field null for a column that is not used
    public record ColumnMatch(String head, @Nullable String field) {}

    /// Of an import that came to nothing.
    public static ImportReport failed(Text problem) {
        return failed(Outcome.FAILED, problem, List.of());
    }

    /// @param notes what was assumed of the file nevertheless
    public static ImportReport failed(Outcome outcome, Text problem, List<Text> notes) {
        return new ImportReport(outcome, 0, 0, 0, 0, 0, List.of(), 0, List.of(), notes, problem, null, null);
    }

    public ImportReport {
        errors = List.copyOf(errors);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
