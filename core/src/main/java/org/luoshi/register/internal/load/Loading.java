package org.luoshi.register.internal.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.CellError;
import org.luoshi.register.internal.record.Setting;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Reads the file once: finds the header, parses every row, and streams the good ones into the staging table.
final class Loading implements RowSource.Sink {

    /// A header further down is none.
    private static final int SEARCHED_ROWS = 10;
    private static final int CHUNK = 1 << 16;

    private record Raw(long number, List<String> cells) {}

    private final Entity entity;
    private final Setting setting;
    private final Viewer viewer;
    private final Connection connection;
    private final ErrorList errors;
    private final Watch watch;
    private final List<Raw> waiting = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final CopyBuffer buffer = new CopyBuffer();
    private @Nullable Header header;
    private @Nullable Stage stage;
    private @Nullable RowParser parser;
    private @Nullable CopyIn copy;
    private long rows;
    private long last;

    Loading(Entity entity, Setting setting, Viewer viewer, Connection connection, ErrorList errors, Watch watch) {
        this.entity = entity;
        this.setting = setting;
        this.viewer = viewer;
        this.connection = connection;
        this.errors = errors;
        this.watch = watch;
    }

    void load(RowSource source) throws IOException, ImportProblem, SQLException {
        try {
            source.read(this);
            if (header == null) {
                start();
            }
            send();
            Objects.requireNonNull(copy).endCopy();
        } catch (IOException | ImportProblem | RuntimeException | SQLException e) {
            abandon(e);
            throw e;
        }
    }

    Header header() {
        return Objects.requireNonNull(header);
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    List<Text> notes() {
        return notes;
    }

    long rows() {
        return rows;
    }

    long lastRow() {
        return last;
    }

    @Override
    public void row(long number, List<String> cells) throws IOException, ImportProblem {
        if (header != null) {
            parse(number, cells);
        } else if (!blank(cells)) {
            waiting.add(new Raw(number, cells));
            if (waiting.size() == SEARCHED_ROWS) {
                start();
            }
        }
    }

    static boolean blank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void start() throws IOException, ImportProblem {
        if (waiting.isEmpty()) {
            throw new ImportProblem("文件里没有一行内容", "the file has no rows");
        }
        Raw best = waiting.getFirst();
        for (Raw row : waiting) {
            if (Header.score(entity, row.cells()) > Header.score(entity, best.cells())) {
                best = row;
            }
        }
        header = Header.of(entity, best.number(), best.cells(), notes);
        if (best != waiting.getFirst()) {
            notes.add(new Text(
                    "表头在第 %d 行，之前的未读".formatted(best.number()), "the head is in row %d, what is above was not read".formatted(best.number())));
        }
        errors.heads(header.heads());
        List<Field> present = header.fields().stream().filter(Objects::nonNull).toList();
        stage = new Stage(entity, present, setting, viewer);
        parser = new RowParser(entity, header, setting, viewer);
        try (var statement = connection.createStatement()) {
            statement.execute(stage.createSql());
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(stage.copySql());
        } catch (SQLException e) {
            throw new IOException(e);
        }
        for (Raw row : waiting) {
            if (row.number() > best.number()) {
                parse(row.number(), row.cells());
            }
        }
        waiting.clear();
    }

    private void parse(long number, List<String> cells) throws IOException {
        if (blank(cells)) {
            return;
        }
        rows++;
        last = number;
        List<CellError> wrong = Objects.requireNonNull(parser).parse(number, cells, buffer);
        if (!wrong.isEmpty()) {
            errors.add(wrong, cells);
        }
        if (buffer.size() >= CHUNK) {
            send();
        }
        watch.read(rows);
    }

    private void send() throws IOException {
        try {
            Objects.requireNonNull(copy).writeToCopy(buffer.bytes(), 0, buffer.size());
        } catch (SQLException e) {
            throw new IOException(e);
        }
        buffer.clear();
    }

    private void abandon(Exception cause) {
        if (copy != null && copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
