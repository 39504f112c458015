package org.luoshi.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Migrations;
import org.luoshi.postgres.Options;

/// One server per JVM, gone with it. Unlike the program's it does not wait for the disk: its data are worth nothing.
///
/// ```java
/// static final TestDatabase database = TestPostgres.shared().freshDatabase();
/// ```
public final class TestPostgres {

    private static final Map<String, String> IN_A_HURRY = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "200",
            "shared_buffers", "64MB",
            "autovacuum", "off");

    private static final String TEMPLATE = "migrated";

    private static @Nullable TestPostgres shared;

    private final EmbeddedPostgres server;
    private final AtomicInteger made = new AtomicInteger();
    private boolean migrated;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static synchronized TestPostgres shared() {
        if (shared == null) shared = start();
        return shared;
    }

    /// A copy of a database with all migrations of the class path applied.
    public TestDatabase freshDatabase() {
        migrateOnce();
        return create("TEMPLATE " + TEMPLATE);
    }

    /// A database with nothing in it.
    public TestDatabase emptyDatabase() {
        return create("");
    }

    private synchronized void migrateOnce() {
        if (migrated) return;
        execute("CREATE DATABASE " + TEMPLATE);
        Migrations.apply(database(TEMPLATE).dataSource());
        migrated = true;
    }

    private TestDatabase create(String how) {
        var name = "test_" + made.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + how);
        return database(name);
    }

    private TestDatabase database(String name) {
        var login = server.login(name);
        return new TestDatabase(login.jdbcUrl(), login.user(), login.password());
    }

    private void execute(String sql) {
        try (var connection = database("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// A server of its own in a folder, as the program runs it: it waits for the disk. To be closed by the caller.
    public static EmbeddedPostgres on(Path folder) {
        return EmbeddedPostgres.start(
                Options.in(folder).withBinaries(rootFolder().resolve("target").resolve("postgres")));
    }

    private static TestPostgres start() {
        try {
            var target = rootFolder().resolve("target");
            var servers = target.resolve("postgres-test");
            Leftovers.sweep(servers);
            var folder = servers.resolve(Long.toString(ProcessHandle.current().pid()));
            var server = EmbeddedPostgres.start(
                    Options.in(folder).withBinaries(target.resolve("postgres")).withSettings(IN_A_HURRY));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                Leftovers.delete(folder);
            }));
            return new TestPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The outermost folder with a `pom.xml`: all modules share one copy of the programs.
    private static Path rootFolder() {
        var here = Path.of("").toAbsolutePath();
        var root = here;
        for (var folder = here; folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("pom.xml"))) root = folder;
        return root;
    }
}
