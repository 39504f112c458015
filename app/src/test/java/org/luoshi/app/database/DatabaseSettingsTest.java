package org.luoshi.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.app.command.Refusal;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.PostgresProblem;
import org.luoshi.postgres.testing.TestPostgres;

class DatabaseSettingsTest {

    @Test
    void withoutVariablesTheDatabaseIsEmbeddedBelowTheFolderData() {
        var settings = DatabaseSettings.of(Map.<String, String>of()::get);
        assertThat(settings.external()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("data"));
    }

    @Test
    void theUsualAddressOfAPostgresServerIsUnderstood() {
        var login = external("LUOSHI_DB_URL", "postgresql://office:se:cret@db.example:5433/luoshi?sslmode=require");
        assertThat(login.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/luoshi?sslmode=require");
        assertThat(login.user()).isEqualTo("office");
        assertThat(login.password()).isEqualTo("se:cret");
    }

    @Test
    void userAndPasswordOfTheirOwnVariablesWin() {
        var login = external(
                "LUOSHI_DB_URL", "jdbc:postgresql://db/luoshi", "LUOSHI_DB_USER", "me", "LUOSHI_DB_PASSWORD", "x");
        assertThat(login).isEqualTo(new DatabaseLogin("jdbc:postgresql://db/luoshi", "me", "x"));
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(external("LUOSHI_DB_URL", "postgresql://office:secret@db/luoshi").toString())
                .doesNotContain("secret");
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> external("LUOSHI_DB_URL", "mysql://root:secret@db/luoshi"))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.reason().zh() + it.reason().en())
                        .contains("postgresql://")
                        .doesNotContain("secret"));
    }

    @Test
    void anUnreachableServerIsToldPlainly() {
        assertThatThrownBy(() -> LuoshiDatabase.own(settings("LUOSHI_DB_URL", "postgresql://127.0.0.1:1/luoshi")))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("连不上数据库")
                .hasMessageContaining("Cannot reach the database");
    }

    @Test
    void aWrongPasswordAndAMissingDatabaseAreToldApart() {
        var there = TestPostgres.shared().emptyDatabase();
        assertThatThrownBy(() -> LuoshiDatabase.own(settings(
                        "LUOSHI_DB_URL", there.jdbcUrl(), "LUOSHI_DB_USER", there.user(), "LUOSHI_DB_PASSWORD", "no")))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("The database refuses the log-in");
        assertThatThrownBy(() -> LuoshiDatabase.own(settings(
                        "LUOSHI_DB_URL", there.jdbcUrl() + "_missing",
                        "LUOSHI_DB_USER", there.user(),
                        "LUOSHI_DB_PASSWORD", there.password())))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("There is no such database");
    }

    @Test
    void anExternalDatabaseIsMigrated() throws Exception {
        var there = TestPostgres.shared().emptyDatabase();
        try (var database = LuoshiDatabase.own(settings(
                        "LUOSHI_DB_URL", there.jdbcUrl(),
                        "LUOSHI_DB_USER", there.user(),
                        "LUOSHI_DB_PASSWORD", there.password()));
                var connection = database.login().connect();
                var rows = connection.createStatement().executeQuery("SELECT to_regclass('luoshi.audit_entry')::text")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("luoshi.audit_entry");
        }
    }

    private static DatabaseLogin external(String... namesAndValues) {
        return settings(namesAndValues).external().orElseThrow();
    }

    private static DatabaseSettings settings(String... namesAndValues) {
        var variables = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) variables.put(namesAndValues[i], namesAndValues[i + 1]);
        return DatabaseSettings.of(variables::get);
    }
}
