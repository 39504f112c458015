package org.luoshi.observation.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/// Makes the partitions that a group needs, one for each month of UTC.
///
/// A partition is made as a table of its own and then attached, for which readers need not stop.
final class Partitions {

    private final Set<YearMonth> known = new HashSet<>();

    static YearMonth of(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /// In the transaction of the group; called by whoever holds the head of the log, so by one at a time.
    ///
    /// @return those made now: they are there for ever when the transaction is committed, see [#made]
    Set<YearMonth> make(Connection connection, Set<YearMonth> wanted) throws SQLException {
        Set<YearMonth> missing = new HashSet<>(wanted);
        missing.removeAll(known);
        try (Statement statement = connection.createStatement()) {
            for (YearMonth month : missing) {
                String table = "luoshi.observation_" + month.toString().replace('-', '_');
                if (exists(statement, table)) continue;
                statement.execute("create table %s (like luoshi.observation including defaults)".formatted(table));
                statement.execute(
                        "alter table luoshi.observation attach partition %s for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')"
                                .formatted(table, month, month.plusMonths(1)));
            }
        }
        return missing;
    }

    void made(Set<YearMonth> committed) {
        known.addAll(committed);
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        try (var found = statement.executeQuery("select to_regclass('%s') is not null".formatted(table))) {
            found.next();
            return found.getBoolean(1);
        }
    }
}
