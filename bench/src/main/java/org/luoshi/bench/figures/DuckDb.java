package org.luoshi.bench.figures;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// DuckDB over the same rows in a file of its own.
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    DuckDb(Path file, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("set threads to " + threads);
            statement.execute("set memory_limit = '4GB'");
            statement.execute("create table fact (place varchar, kind varchar, amount decimal(16, 2), people bigint, score decimal(7, 1),"
                    + " happened_on date, closed_on date)");
            statement.execute("create table closure (unit varchar, ancestor varchar)");
        }
    }

    /// @param facts and `closure`: CSV files without head, in the order of the columns
    void load(Path facts, Path closure) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into fact select * from read_csv('" + facts + "', header = false, columns = {"
                    + "'place': 'varchar', 'kind': 'varchar', 'amount': 'decimal(16, 2)', 'people': 'bigint', 'score': 'decimal(7, 1)',"
                    + " 'happened_on': 'date', 'closed_on': 'date'})");
            statement.execute("insert into closure select * from read_csv('" + closure + "', header = false,"
                    + " columns = {'unit': 'varchar', 'ancestor': 'varchar'})");
            statement.execute("checkpoint");
        }
    }

    double rebuild(String last) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists baseline_cell");
            statement.execute(HandWritten.CELLS);
            long began = System.nanoTime();
            statement.execute(HandWritten.statement("fact", "closure", last));
            return (System.nanoTime() - began) / 1e9;
        }
    }

    long cells() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from baseline_cell")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
