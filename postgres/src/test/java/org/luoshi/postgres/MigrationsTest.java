package org.luoshi.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;

class MigrationsTest {

    @Test
    void applyingTwiceChangesNothing() {
        var database = TestPostgres.shared().freshDatabase();
        assertThatCode(() -> Migrations.apply(database.dataSource())).doesNotThrowAnyException();
    }

    @Test
    void aMigrationNumberedBelowAnAppliedOneIsStillApplied() throws SQLException {
        var database = TestPostgres.shared().freshDatabase();
        run(database, "DROP TABLE luoshi.pebble");
        run(database, "DELETE FROM luoshi.flyway_schema_history WHERE version = '0001'");
        Migrations.apply(database.dataSource());
        run(database, "INSERT INTO luoshi.pebble VALUES (1)");
    }

    @Test
    void aDatabaseNewerThanTheProgramIsRefused() throws SQLException {
        var database = TestPostgres.shared().freshDatabase();
        run(database, """
                INSERT INTO luoshi.flyway_schema_history
                SELECT 99, '9000', 'later', type, 'V9000__later.sql', checksum, installed_by, installed_on, 1, true
                FROM luoshi.flyway_schema_history WHERE version = '0001'""");
        assertThatThrownBy(() -> Migrations.apply(database.dataSource()))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("数据库比本程序新：其中有本程序不认识的结构版本 9000")
                .hasMessageContaining("The database is newer than this program: it holds schema version 9000");
    }

    @Test
    void aDatabaseOfAnotherBuildIsRefused() throws SQLException {
        var database = TestPostgres.shared().freshDatabase();
        run(database, "UPDATE luoshi.flyway_schema_history SET checksum = 1 WHERE version = '0001'");
        assertThatThrownBy(() -> Migrations.apply(database.dataSource()))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("由另一个构建的落实建立")
                .hasMessageContaining("made by another build of Luoshi");
    }

    @Test
    void aServerOlderThanSeventeenIsRefused() {
        assertThatThrownBy(() -> Migrations.requireMajor(16, "16.9"))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("数据库服务器是 PostgreSQL 16.9，本程序需要 17 或更高版本")
                .hasMessageContaining("The database server is PostgreSQL 16.9; this program needs 17 or later");
        assertThatCode(() -> Migrations.requireMajor(17, "17.5")).doesNotThrowAnyException();
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
