package org.luoshi.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.migration.JavaMigration;

/// Luoshi's own tables, in the schema `luoshi`. One configuration for the program, the generator and the tests.
public final class Migrations {

    public static final String SCHEMA = "luoshi";

    /// The oldest PostgreSQL whose SQL we write.
    private static final int OLDEST_MAJOR = 17;

    private static final String ON_THE_CLASS_PATH = "classpath:db/migration";

    private Migrations() {}

    /// Brings the database up to what this program knows.
    ///
    /// @throws PostgresProblem when the server is too old, or the database was made by a newer or another Luoshi
    public static void apply(DataSource database) {
        apply(database, ON_THE_CLASS_PATH);
    }

    /// @param location as Flyway writes it: `classpath:…` or `filesystem:…`
    public static void apply(DataSource database, String location) {
        requireServer(database);
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations(location)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .cleanDisabled(true)
                // Numbers name modules (0100 access, 0200 audit, …), so a module's next file may come below another's.
                .outOfOrder(true)
                // Tables of the process engine, from scripts in its own files.
                .javaMigrations(ServiceLoader.load(JavaMigration.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toArray(JavaMigration[]::new))
                .load();
        requireNotNewer(flyway);
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            // Flyway's first line is a heading, its second the first mismatch, the rest advice about its own options.
            var mismatch = String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse("");
            throw new PostgresProblem(
                    "这个数据库由另一个构建的落实建立，表结构与本程序不符。用建立它的版本运行，或换一个数据库。（%s）".formatted(mismatch),
                    "This database was made by another build of Luoshi; its tables are not what this program expects. Run the version that made it, or use another database. (%s)"
                            .formatted(mismatch),
                    e);
        }
    }

    private static void requireServer(DataSource database) {
        try (var connection = database.getConnection()) {
            requireMajor(connection.getMetaData().getDatabaseMajorVersion(), connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new PostgresProblem(
                    "不能连接数据库：" + e.getMessage(), "Cannot connect to the database: " + e.getMessage(), e);
        }
    }

    static void requireMajor(int major, String version) {
        if (major >= OLDEST_MAJOR) return;
        throw new PostgresProblem(
                "数据库服务器是 PostgreSQL %s，本程序需要 %d 或更高版本。升级服务器，或去掉 LUOSHI_DB_URL 改用内置数据库。"
                        .formatted(version, OLDEST_MAJOR),
                "The database server is PostgreSQL %s; this program needs %d or later. Upgrade the server, or unset LUOSHI_DB_URL to use the embedded database."
                        .formatted(version, OLDEST_MAJOR));
    }

    /// Flyway itself would carry on: migrations it does not know it takes for somebody else's future.
    private static void requireNotNewer(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().all())
                .filter(it -> it.getState() == MigrationState.FUTURE_SUCCESS || it.getState() == MigrationState.FUTURE_FAILED)
                .toList();
        if (unknown.isEmpty()) return;
        var version = unknown.getLast().getVersion();
        throw new PostgresProblem(
                "数据库比本程序新：其中有本程序不认识的结构版本 %s。用更新的落实版本启动，或从备份恢复到本版本。".formatted(version),
                "The database is newer than this program: it holds schema version %s, unknown here. Start a newer Luoshi, or restore a backup made by this version."
                        .formatted(version));
    }
}
