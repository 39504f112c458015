package org.luoshi.process.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flowable.engine.ProcessEngine;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// The engine's own tables, in the schema `flowable`, by the scripts in its files.
///
/// A newer engine comes with a migration of its own that runs the engine's upgrade scripts; until there is one, the
/// engine refuses a database of another version when it is built ([Engine]).
public final class EngineTables implements JavaMigration {

    static final String SCHEMA = "flowable";

    /// The version whose scripts these are.
    private static final String VERSION = "8.0.0.0";

    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0801");
    }

    @Override
    public String getDescription() {
        return "engine tables " + VERSION;
    }

    @Override
    public @Nullable Integer getChecksum() {
        return VERSION.hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        if (!ProcessEngine.VERSION.equals(VERSION)) {
            throw new IllegalStateException("the engine is %s, its tables are written for %s: add a migration"
                    .formatted(ProcessEngine.VERSION, VERSION));
        }
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create schema " + SCHEMA);
            statement.execute("comment on schema %s is '流程引擎自用。 The process engine''s own.'".formatted(SCHEMA));
            statement.execute("set local search_path to " + SCHEMA);
            for (String script : SCRIPTS) {
                statement.execute(read(script));
            }
            statement.execute("set local search_path to default");
        }
    }

    private static String read(String script) throws IOException {
        try (InputStream in = ProcessEngine.class.getClassLoader().getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the engine has no script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
