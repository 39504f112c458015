package org.luoshi.register.internal.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// SQL on the connection of an import, each statement to be cancelled when the import is stopped.
final class Statements {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Connection connection;
    private final Watch watch;

    /// Takes one row of an answer.
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /// Takes an answer before its first row.
    interface Reader {
        void read(ResultSet rows) throws SQLException, IOException, ImportProblem;
    }

    interface Sender {
        void send(CopyIn copy) throws SQLException, IOException;
    }

    Statements(Connection connection, Watch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    long execute(String sql) throws SQLException {
        return execute(sql, List.of());
    }

    long execute(String sql, List<Object> bindings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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

    long number(String sql) throws SQLException {
        long[] found = new long[1];
        each(sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    boolean truth(String sql) throws SQLException {
        boolean[] found = new boolean[1];
        each(sql, row -> found[0] = row.getBoolean(1));
        return found[0];
    }

    void each(String sql, Taker taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = run(statement)) {
            while (result.next()) {
                taker.take(result);
            }
        } finally {
            watch.run(null);
        }
    }

    void read(String sql, Reader reader) throws SQLException, IOException, ImportProblem {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = run(statement)) {
            reader.read(result);
        } finally {
            watch.run(null);
        }
    }

    /// The answer comes bit by bit, so that a long one needs little memory.
    private ResultSet run(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(FETCHED_AT_ONCE);
        watch.run(statement);
        return statement.executeQuery();
    }

    /// Sends rows to COPY, and leaves the connection usable whatever happens.
    void copy(String sql, Sender sender) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            sender.send(copy);
            copy.endCopy();
        } catch (SQLException | IOException | RuntimeException e) {
            cancel(copy, e);
            throw e;
        }
    }

    private static void cancel(CopyIn copy, Exception cause) {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
