package org.luoshi.register.internal.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.schema.SearchIndex;

/// Spares the database work per row that has been done for all rows at once.
///
/// Foreign keys: their triggers cost more than everything else together, and every reference has been checked by then
/// under the lock of the change, so they rest while the rows go in (where the database account may do that).
/// Indexes: filling an empty table, they are built afterwards from sorted rows; readers of this one register wait.
final class BulkMode {

    /// A smaller import gains nothing.
    private static final long LARGE = 100_000;

    private final Connection connection;
    private final EntityTable table;
    private final boolean resting;
    private final List<String> later = new ArrayList<>();

    BulkMode(Connection connection, EntityTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.resting = truth("select has_parameter_privilege('session_replication_role', 'SET')");
    }

    /// @param rows that will be new
    void begin(long rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (rows > LARGE && !truth("select exists (select 1 from " + table.currentSql() + ")")) {
                dropIndexes(statement);
            }
            if (resting) {
                statement.execute("set local session_replication_role = replica");
            }
        }
    }

    void end(Watch watch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (resting) {
                statement.execute("set local session_replication_role = origin");
            }
            if (!later.isEmpty()) {
                statement.execute("set local maintenance_work_mem = '128MB'");
            }
            for (String sql : later) {
                watch.run(statement);
                try {
                    statement.execute(sql);
                } finally {
                    watch.run(null);
                }
            }
        }
    }

    private void dropIndexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        String sql =
                """
                select x.indexrelid::regclass::text, pg_get_indexdef(x.indexrelid) from pg_index x
                where x.indrelid = '%s'::regclass and not x.indisunique"""
                        .formatted(table.currentSql());
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                names.add(found.getString(1));
                if (!SearchIndex.managed(found.getString(1))) { // that one is built beside, by its keeper
                    later.add(found.getString(2));
                }
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
    }

    private boolean truth(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
