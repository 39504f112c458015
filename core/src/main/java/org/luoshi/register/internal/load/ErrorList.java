package org.luoshi.register.internal.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.CellError;
import org.luoshi.register.internal.export.SafeText;

/// Errors of one import: the first in memory, all bad rows in a file if one is wanted.
final class ErrorList implements AutoCloseable {

    /// More than anybody reads on a page; the file has them all.
    private static final int KEPT = 200;
    private static final int SHORT = 80;

    private final @Nullable Path file;
    private final List<CellError> first = new ArrayList<>();
    private long count;
    private long badRows;
    private @Nullable CsvWriter writer;
    private List<String> heads = List.of();

    ErrorList(@Nullable Path file) {
        this.file = file;
    }

    void heads(List<String> names) {
        this.heads = names;
    }

    void add(List<CellError> ofRow, List<String> cells) throws IOException {
        badRows++;
        count += ofRow.size();
        ofRow.stream().limit(KEPT - first.size()).forEach(first::add);
        if (file != null) {
            write(ofRow, cells);
        }
    }

    List<CellError> first() {
        return first;
    }

    long count() {
        return count;
    }

    long badRows() {
        return badRows;
    }

    @Nullable Path file() {
        return badRows == 0 ? null : file;
    }

    static String shorten(String value) {
        return value.length() <= SHORT ? value : value.substring(0, SHORT) + "…";
    }

    private void write(List<CellError> ofRow, List<String> cells) throws IOException {
        if (writer == null) {
            Files.write(java.util.Objects.requireNonNull(file), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            writer = CsvWriter.builder()
                    .build(file, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
            List<String> names = new ArrayList<>(heads.stream().map(SafeText::of).toList());
            names.addAll(List.of("行 row", "原因 reason"));
            writer.writeRecord(names);
        }
        List<String> line = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            line.add(SafeText.of(i < cells.size() ? cells.get(i) : ""));
        }
        line.add(String.valueOf(ofRow.getFirst().row()));
        line.add(SafeText.of(ofRow.stream().map(ErrorList::reason).collect(Collectors.joining("；"))));
        writer.writeRecord(line);
    }

    private static String reason(CellError error) {
        String column = error.column() == null ? "" : error.column() + "：";
        return column + error.text().zh() + " / " + error.text().en();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
