package org.luoshi.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/// Another program for tests to kill: starts a server, commits one row, says so, and waits.
final class HelperProgram {

    private HelperProgram() {}

    public static void main(String... arguments) throws Exception {
        var server = EmbeddedPostgres.start(
                Options.in(Path.of(arguments[0])).withBinaries(Path.of(arguments[1])));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS promise (id int)");
            statement.execute("INSERT INTO promise VALUES (7)");
        }
        System.out.println("committed " + server.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
