package org.luoshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luoshi.postgres.testing.TestPostgres;

class TestPostgresTest {

    @Test
    void everyFreshDatabaseIsMigratedAndItsOwn() throws Exception {
        var one = TestPostgres.shared().freshDatabase();
        var other = TestPostgres.shared().freshDatabase();
        try (var connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO luoshi.pebble VALUES (1)");
        }
        try (var connection = other.connect();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM luoshi.pebble")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}
