package org.luoshi.register.internal.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.register.CellError;
import org.luoshi.register.internal.record.Setting;

/// Reads the file once: finds the header, parses every row, and keeps the good ones.
final class Loading implements RowSource.Sink {

    /// A header further down is none.
    private static final int SEARCHED_ROWS = 10;

    private record Raw(long number, List<String> cells) {}

    private final Entity entity;
    private final Setting setting;
    private final Viewer viewer;
    private final Statements statements;
    private final Spool spool;
    private final ErrorList errors;
    private final Watch watch;
    private final List<Raw> waiting = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final Keys keys = new Keys();
    private @Nullable Header header;
    private @Nullable Surroundings surroundings;
    private @Nullable RowParser parser;
    private long checkedAfter;
    private long rows;
    private long last;

    Loading(Entity entity, Setting setting, Viewer viewer, Statements statements, Spool spool, ErrorList errors, Watch watch) {
        this.entity = entity;
        this.setting = setting;
        this.viewer = viewer;
        this.statements = statements;
        this.spool = spool;
        this.errors = errors;
        this.watch = watch;
    }

    void load(RowSource source) throws IOException, ImportProblem {
        source.read(this);
        if (header == null) {
            start();
        }
    }

    Header header() {
        return Objects.requireNonNull(header);
    }

    /// What rows were checked against; null where the database is to be asked about all rows at once.
    @Nullable Surroundings surroundings() {
        return surroundings;
    }

    /// Number of the latest change when checking began.
    long checkedAfter() {
        return checkedAfter;
    }

    boolean keysSurelyDistinct() {
        return keys.surelyDistinct();
    }

    static long lastChange(Statements statements) throws SQLException {
        return statements.number("select coalesce(max(number), 0) from luoshi.audit_entry");
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
        try {
            checkedAfter = lastChange(statements);
            surroundings = Surroundings.of(entity, header, setting, viewer, statements).orElse(null);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        if (surroundings == null && entity.key().stream().anyMatch(k -> entity.require(k).type() instanceof ReferenceType)) {
            keys.unsure(); // the same record may be referred to in several ways
        }
        parser = new RowParser(entity, header, setting, viewer, surroundings);
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
        RowParser reading = Objects.requireNonNull(parser);
        List<CellError> wrong = reading.parse(number, cells, spool.buffer());
        if (wrong.isEmpty()) {
            spool.keep();
            keys.add(reading.key());
        } else {
            spool.drop();
            errors.add(wrong, cells);
        }
        watch.read(rows);
    }
}
