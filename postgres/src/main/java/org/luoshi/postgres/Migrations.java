package org.luoshi.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Luoshi's own tables, in the schema `luoshi`. One configuration for the program, the generator and the tests.
public final class Migrations {

    public static final String SCHEMA = "luoshi";

    private static final String ON_THE_CLASS_PATH = "classpath:db/migration";

    private Migrations() {}

    public static Flyway of(DataSource database) {
        return of(database, ON_THE_CLASS_PATH);
    }

    /// @param location as Flyway writes it: `classpath:…` or `filesystem:…`
    public static Flyway of(DataSource database, String location) {
        return Flyway.configure()
                .dataSource(database)
                .locations(location)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table("flyway_schema_history")
                .cleanDisabled(true)
                .load();
    }
}
