package org.luoshi.web.register;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// An import: the file chosen, its dry run, its progress, its outcome.
///
/// @param stage `choose`, `reading`, `checking`, `writing`, `indexing`, `checked`, `done`, `stopped` or `refused`
/// @param notes what was assumed, e.g. the encoding, or why nothing could be imported
/// @param done and total bytes while it is read, rows otherwise; total 0 while nobody knows
/// @param good rows read so far while it runs, rows that can be written afterwards
/// @param errors the first of `errorCount`
/// @param badRows where the rows that cannot be read may be downloaded
public record ImportView(
        String path,
        Text register,
        String stage,
        @Nullable String job,
        String file,
        List<Text> notes,
        long done,
        long total,
        long good,
        long errorCount,
        List<RowError> errors,
        @Nullable String badRows,
        List<FormError> formErrors,
        List<Text> columns) {

    private static final Set<String> RUNNING = Set.of("reading", "checking", "writing", "indexing");

    public record RowError(long row, String column, Text text) {}

    public boolean running() {
        return RUNNING.contains(stage);
    }
}
