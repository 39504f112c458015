package org.luoshi.register.internal.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.audit.Change;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;

/// Into an empty register: every row has been checked by itself, so all go from the file straight into the table and are
/// written once.
final class Fill implements Way {

    private static final List<String> LEAD = List.of("_version", "_known_from", "_change");

    private final EntityTable table;
    private final List<Field> present;
    private final Surroundings surroundings;
    private final Spool spool;
    private final long checkedAfter;
    private final Statements statements;
    private final Watch watch;

    /// @param present fields that the file has, in its order
    Fill(Entity entity, List<Field> present, Surroundings surroundings, Spool spool, long checkedAfter, Statements statements, Watch watch) {
        this.table = new EntityTable(entity);
        this.present = present;
        this.surroundings = surroundings;
        this.spool = spool;
        this.checkedAfter = checkedAfter;
        this.statements = statements;
        this.watch = watch;
    }

    @Override
    public Counts check() {
        return new Counts(spool.rows(), 0, 0);
    }

    @Override
    public long checkedAfter() {
        return checkedAfter;
    }

    @Override
    public void checkAgain() throws SQLException, ImportProblem {
        if (!surroundings.stillTrue(statements)) {
            throw Way.overtaken();
        }
    }

    @Override
    public boolean write(Change change, Counts counts) throws IOException, SQLException {
        List<String> columns = Stream.concat(
                        LEAD.stream(), present.stream().flatMap(EntityTable::columns).map(Column::name))
                .toList();
        String sql = "copy %s (%s) from stdin (format binary)".formatted(
                table.currentSql(), columns.stream().map(EntityTable::quote).collect(Collectors.joining(", ")));
        byte[] lead = lead(change);
        BulkMode bulk = new BulkMode(table, statements, watch);
        bulk.begin(counts.created());
        statements.copy(sql, copy -> spool.send(copy, columns.size(), _ -> lead, watch));
        bulk.end(counts.created());
        return true;
    }

    private static byte[] lead(Change change) {
        return ByteBuffer.allocate(32)
                .putInt(Integer.BYTES)
                .putInt(1)
                .putInt(Long.BYTES)
                .putLong(RowBuffer.micros(change.knownAt()))
                .putInt(Long.BYTES)
                .putLong(change.number())
                .array();
    }
}
