package org.luoshi.register.internal.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.luoshi.audit.Change;
import org.luoshi.register.EntityTable;

/// Beside existing records: the rows go into a temporary table, and the database is asked about all of them at once.
final class Merge implements Way {

    /// Rows written by one statement: how fine progress and stopping are.
    private static final long BATCH = 100_000;

    private final EntityTable table;
    private final Stage stage;
    private final List<Check> checks;
    private final Loading loading;
    private final Spool spool;
    private final RowSource source;
    private final ErrorList errors;
    private final Statements statements;
    private final Watch watch;
    private long checkedAfter;

    Merge(Stage stage, List<Check> checks, Loading loading, Spool spool, RowSource source, ErrorList errors, Statements statements, Watch watch) {
        this.table = stage.table();
        this.stage = stage;
        this.checks = checks;
        this.loading = loading;
        this.spool = spool;
        this.source = source;
        this.errors = errors;
        this.statements = statements;
        this.watch = watch;
    }

    @Override
    public Counts check() throws IOException, ImportProblem, SQLException {
        boolean found = loading.surroundings() != null;
        statements.execute(stage.createSql());
        statements.copy(stage.copySql(found), copy -> spool.send(copy, stage.width(found), Merge::numbered, watch));
        statements.execute("analyze " + Stage.ROWS);
        checkedAfter = Loading.lastChange(statements);
        runChecks();
        report();
        return counts();
    }

    @Override
    public long checkedAfter() {
        return checkedAfter;
    }

    @Override
    public void checkAgain() throws SQLException, ImportProblem {
        Counts before = counts();
        statements.execute("alter table %s rename to %s".formatted(Stage.BAD, Stage.BAD_BEFORE));
        statements.execute("drop table " + Stage.MATCH);
        runChecks();
        if (!counts().equals(before) || statements.truth(Stage.BAD_DIFFER)) {
            throw Way.overtaken();
        }
    }

    @Override
    public boolean write(Change change, Counts counts) throws SQLException {
        Object knownAt = change.knownAt().atOffset(ZoneOffset.UTC);
        BulkMode bulk = new BulkMode(table, statements, watch);
        bulk.begin(counts.created());
        boolean fresh = counts.updated() + counts.unchanged() == 0;
        long updated = 0;
        long created = 0;
        for (long from = 0; from <= loading.lastRow(); from += BATCH) {
            List<Object> bindings = List.of(knownAt, change.number(), from, from + BATCH - 1);
            if (counts.updated() > 0) {
                statements.execute(stage.closeSql(), bindings);
                updated += statements.execute(stage.updateSql(), bindings);
                watch.read(updated + created);
            }
            if (counts.created() > 0) {
                created += statements.execute(stage.insertSql(fresh), bindings);
                watch.read(updated + created);
            }
        }
        if (updated != counts.updated() || created != counts.created()) {
            throw new IllegalStateException("wrote %d and %d rows instead of %s".formatted(created, updated, counts));
        }
        bulk.end(created + updated);
        return false;
    }

    private static byte[] numbered(long row) {
        return ByteBuffer.allocate(12).putInt(Long.BYTES).putLong(row).array();
    }

    private void runChecks() throws SQLException {
        statements.execute(Stage.createBadSql());
        statements.execute(stage.matchSql());
        statements.execute("analyze " + Stage.MATCH);
        for (int i = 0; i < checks.size(); i++) {
            String sql = "insert into %s (_row, _rule, _detail) select f.r, %d, f.d from (%s) f (r, d)"
                    .formatted(Stage.BAD, i, checks.get(i).sql());
            statements.execute(sql, checks.get(i).bindings());
        }
        statements.execute("analyze " + Stage.BAD);
    }

    private Counts counts() throws SQLException {
        long[] found = new long[3];
        statements.each(stage.countSql(), row -> {
            for (int i = 0; i < found.length; i++) {
                found[i] = row.getLong(i + 1);
            }
        });
        return new Counts(found[0], found[1], found[2]);
    }

    /// Tells what the checks found, row by row, with the rows' own cells from a second reading of the file.
    private void report() throws SQLException, IOException, ImportProblem {
        if (statements.truth("select exists (select 1 from " + Stage.BAD + ")")) {
            statements.read(
                    "select _row, _rule, _detail from " + Stage.BAD + " order by _row, _rule",
                    found -> source.read(new BadRows(found, checks, loading.header(), errors, watch)));
        }
    }
}
