package org.luoshi.register.internal.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ImportProgress.Phase;
import org.luoshi.register.internal.schema.SearchIndex;

/// Spares the database work per row that has been done for all rows at once.
///
/// Foreign keys: their triggers cost more than everything else together, and every reference has been checked by then
/// under the lock of the change, so they rest while the rows go in (where the database account may do that).
/// Indexes: filling an empty table, they are built afterwards from sorted rows; readers of this one register wait.
final class BulkMode {

    /// A smaller import gains nothing.
    private static final long LARGE = 100_000;
    /// From here on the planner had better know.
    private static final long MANY = 10_000;

    /// Indexes of ours that nothing else hangs on, with what takes them away and what brings them back.
    private static final String INDEXES =
            """
            select c.relname, coalesce('alter table %1$s drop constraint ' || quote_ident(k.conname), 'drop index ' || x.indexrelid::regclass),
                coalesce('alter table %1$s add constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid),
                    pg_get_indexdef(x.indexrelid))
            from pg_index x join pg_class c on c.oid = x.indexrelid
            left join pg_constraint k on k.conindid = x.indexrelid and k.contype = 'u'
            where x.indrelid = '%1$s'::regclass and c.relname ~ '_(key|idx|search)_[0-9a-f]{8}$' and not x.indisreplident
                and (not x.indisunique or k.oid is not null)
                and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = x.indexrelid)
            order by x.indisunique desc""";

    private final EntityTable table;
    private final Statements statements;
    private final Watch watch;
    private final boolean resting;
    private final List<String> later = new ArrayList<>();

    BulkMode(EntityTable table, Statements statements, Watch watch) throws SQLException {
        this.table = table;
        this.statements = statements;
        this.watch = watch;
        this.resting = statements.truth("select has_parameter_privilege('session_replication_role', 'SET')");
    }

    /// @param rows that will be new
    void begin(long rows) throws SQLException {
        if (rows > LARGE && !statements.truth("select exists (select 1 from " + table.currentSql() + ")")) {
            List<String> now = new ArrayList<>();
            statements.each(INDEXES.formatted(table.currentSql()), row -> {
                now.add(row.getString(2));
                if (!SearchIndex.managed(row.getString(1))) { // that one is built beside, by its keeper
                    later.add(row.getString(3));
                }
            });
            for (String sql : now) {
                statements.execute(sql);
            }
        }
        if (resting) {
            statements.execute("set local session_replication_role = replica");
        }
    }

    /// @param rows that were written
    void end(long rows) throws SQLException {
        if (resting) {
            statements.execute("set local session_replication_role = origin");
        }
        if (!later.isEmpty()) {
            watch.enter(Phase.INDEXING, 0);
            statements.execute("set local maintenance_work_mem = '128MB'");
        }
        for (String sql : later) {
            statements.execute(sql);
        }
        if (rows > MANY) {
            statements.execute("analyze " + table.currentSql());
        }
    }
}
