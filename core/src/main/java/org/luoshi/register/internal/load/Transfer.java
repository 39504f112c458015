package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ImportProgress.Phase;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.ImportRequest.Mode;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.internal.record.Setting;

/// The part of an import inside its transaction: stage, check, then open the change and write.
///
/// The lock of the change is held only while writing. What was checked before is checked again if another change came
/// in between.
final class Transfer {

    /// Rows written by one statement: how fine progress and stopping are.
    private static final long BATCH = 200_000;
    /// From here on the planner had better know.
    private static final long MANY = 10_000;

    private final Entity entity;
    private final Setting setting;
    private final ImportRequest request;
    private final Viewer viewer;
    private final ErrorList errors;
    private final Watch watch;
    private final RowSource source;
    private @Nullable Change change;
    private @Nullable Connection connection;

    Transfer(Entity entity, Setting setting, ImportRequest request, Viewer viewer, ErrorList errors, Watch watch, RowSource source) {
        this.entity = entity;
        this.setting = setting;
        this.request = request;
        this.viewer = viewer;
        this.errors = errors;
        this.watch = watch;
        this.source = source;
    }

    /// The change that was opened, if it came so far.
    @Nullable Change change() {
        return change;
    }

    ImportReport run() {
        ImportReport report = setting.database().connectionResult(c -> {
            connection = c;
            try {
                return transfer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Objects.requireNonNull(report);
    }

    private ImportReport transfer() throws IOException, ImportProblem, SQLException {
        Loading loading = new Loading(entity, setting, viewer, Objects.requireNonNull(connection), errors, watch);
        loading.load(source);
        watch.enter(Phase.CHECKING);
        Stage stage = loading.stage();
        List<Check> checks = new Checks(entity, stage, setting, viewer).all();
        execute("analyze " + Stage.ROWS);
        execute(Stage.createBadSql());
        long before = lastChange();
        check(stage, checks);
        report(checks, loading.header());
        Counts counts = counts(loading.rows());
        boolean refused = errors.badRows() > 0 && request.mode() == Mode.ALL_OR_NOTHING;
        Outcome outcome = request.dryRun() ? Outcome.CHECKED : refused ? Outcome.REFUSED : Outcome.IMPORTED;
        if (outcome == Outcome.IMPORTED && counts.created() + counts.updated() > 0) {
            watch.enter(Phase.WRITING);
            open(counts);
            if (Objects.requireNonNull(change).number() != before + 1) {
                recheck(stage, checks);
            }
            write(stage, counts, loading.lastRow());
        }
        List<Text> notes = new ArrayList<>(source.notes());
        notes.addAll(loading.notes());
        return new ImportReport(
                outcome, loading.rows(), counts.created(), counts.updated(), counts.unchanged(), errors.badRows(),
                errors.first(), errors.count(), loading.header().matches(), notes, null, errors.file(), change);
    }

    private record Counts(long created, long updated, long unchanged) {}

    private void check(Stage stage, List<Check> checks) throws SQLException {
        execute(stage.matchSql());
        execute("analyze " + Stage.MATCH);
        for (int i = 0; i < checks.size(); i++) {
            List<Object> bindings = new ArrayList<>(checks.get(i).bindings());
            execute("insert into %s (_row, _rule, _detail) select f.r, %d, f.d from (%s) f (r, d)".formatted(Stage.BAD, i, checks.get(i).sql()), bindings);
        }
        execute("analyze " + Stage.BAD);
    }

    /// Somebody else wrote after the checks: what was good may no longer be.
    private void recheck(Stage stage, List<Check> checks) throws SQLException, ImportProblem {
        long known = number("select count(distinct _row) from " + Stage.BAD);
        execute("drop table " + Stage.MATCH);
        execute("truncate " + Stage.BAD);
        check(stage, checks);
        if (number("select count(distinct _row) from " + Stage.BAD) != known) {
            throw new ImportProblem(
                    "导入期间别人改了有关的记录，什么都没有写入；再导入一次",
                    "somebody changed records that this import depends on; nothing was written, import again");
        }
    }

    private Counts counts(long rows) throws SQLException {
        long good = number("select count(*) from " + Stage.ROWS + " s where " + Stage.GOOD);
        long matched = number("select count(*) from %s s join %s m on m._row = s._row where %s".formatted(Stage.ROWS, Stage.MATCH, Stage.GOOD));
        long changed = matched == 0 ? 0 : number("select count(*) from %s s join %s m on m._row = s._row where m.changed and %s"
                .formatted(Stage.ROWS, Stage.MATCH, Stage.GOOD));
        return new Counts(good - matched, changed, matched - changed);
    }

    private void open(Counts counts) {
        change = setting.log().open(new ChangeRequest(viewer.account(), "record.import", entity.id().toString(), Map.of(
                "file", request.name(),
                "created", String.valueOf(counts.created()),
                "updated", String.valueOf(counts.updated()),
                "bad", String.valueOf(errors.badRows()))));
    }

    private void write(Stage stage, Counts counts, long lastRow) throws SQLException {
        Change made = Objects.requireNonNull(change);
        Object knownAt = made.knownAt().atOffset(ZoneOffset.UTC);
        BulkMode bulk = new BulkMode(Objects.requireNonNull(connection), new EntityTable(entity));
        bulk.begin(counts.created());
        long written = 0;
        if (counts.updated() > 0) {
            execute(stage.closeSql(), List.of(knownAt, made.number()));
            written += execute(stage.updateSql(), List.of(knownAt, made.number()));
            watch.read(written);
        }
        boolean fresh = counts.updated() + counts.unchanged() == 0;
        long created = 0;
        for (long from = 0; counts.created() > 0 && from <= lastRow; from += BATCH) {
            created += execute(stage.insertSql(fresh), List.of(knownAt, made.number(), from, from + BATCH - 1));
            watch.read(written + created);
        }
        bulk.end(watch);
        if (written != counts.updated() || created != counts.created()) {
            throw new IllegalStateException("wrote %d and %d rows instead of %s".formatted(created, written, counts));
        }
        if (created + written > MANY) {
            execute("analyze " + new EntityTable(entity).currentSql());
        }
        setting.events().publishEvent(new RecordsImported(entity.id(), made, created, written));
    }

    /// Tells what the checks found, row by row, with the rows' own cells from a second reading of the file.
    private void report(List<Check> checks, Header header) throws SQLException, IOException, ImportProblem {
        if (number("select count(*) from " + Stage.BAD) == 0) {
            return;
        }
        try (PreparedStatement statement = Objects.requireNonNull(connection)
                .prepareStatement("select _row, _rule, _detail from " + Stage.BAD + " order by _row, _rule")) {
            statement.setFetchSize(1000);
            try (ResultSet found = statement.executeQuery()) {
                source.read(new BadRows(found, checks, header, errors, watch));
            }
        }
    }

    private long lastChange() throws SQLException {
        return number("select coalesce(max(number), 0) from luoshi.audit_entry");
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = Objects.requireNonNull(connection).prepareStatement(sql)) {
            watch.run(statement);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            } finally {
                watch.run(null);
            }
        }
    }

    private long execute(String sql) throws SQLException {
        return execute(sql, List.of());
    }

    private long execute(String sql, List<Object> bindings) throws SQLException {
        try (PreparedStatement statement = Objects.requireNonNull(connection).prepareStatement(sql)) {
            for (int i = 0; i < bindings.size(); i++) {
                statement.setObject(i + 1, bindings.get(i));
            }
            watch.run(statement);
            try {
                return statement.executeLargeUpdate();
            } finally {
                watch.run(null);
            }
        }
    }
}
