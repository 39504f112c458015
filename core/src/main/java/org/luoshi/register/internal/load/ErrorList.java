package org.luoshi.register.internal.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.register.CellError;
import org.luoshi.register.internal.export.SafeText;

/// Errors of one import: the first in memory, all bad rows in a file if one is wanted.
final class ErrorList implements AutoCloseable {

    /// More than anybody reads on a page; the file has them all.
    private static final int KEPT = 200;
    private static final int SHORT = 80;
    /// Without it spreadsheets take the file for another encoding.
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final @Nullable Path file;
    private final List<CellError> first = new ArrayList<>();
    private long count;
    private long badRows;
    private @Nullable OutputStream out;
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
            try {
                write(ofRow, cells);
            } catch (UncheckedIOException e) {
                throw Failures.at(file, Known.present(e.getCause(), "cause of " + e));
            } catch (IOException e) {
                throw Failures.at(file, e);
            }
        }
    }

    /// No more will come. Before anything is written to the register: what fails here must keep all of it out.
    void finish() throws IOException {
        CsvWriter open = writer;
        writer = null;
        // the file itself too, as a writer that cannot write what it holds does not close it
        try (OutputStream _ = out) {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw Failures.at(Objects.requireNonNull(file), e);
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
            OutputStream opened = Files.newOutputStream(Objects.requireNonNull(file));
            out = opened;
            opened.write(BYTE_ORDER_MARK);
            writer = CsvWriter.builder().build(new OutputStreamWriter(opened, StandardCharsets.UTF_8));
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
        finish();
    }
}
