package org.luoshi.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Migrations;
import org.luoshi.postgres.Options;
import org.postgresql.ds.PGSimpleDataSource;

/// Migrates an embedded PostgreSQL and writes jOOQ's tables and records for what is there.
///
/// Generating from a real server gives its exact types. Nothing happens while the migrations and the
/// generator are what they were, because a server start would cost every build some seconds.
public final class GenerateTables {

    private static final String PACKAGE = "org.luoshi.tables";

    /// Kept here: java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private GenerateTables() {}

    /// @param arguments migrations folder, its copy among the compiled classes, output folder, work folder, cache of
    ///     PostgreSQL programs
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 5)
            throw new IllegalArgumentException("need: migrations, their copy, output, work and binaries folder");
        var migrations = Path.of(arguments[0]);
        var copy = Path.of(arguments[1]);
        var output = Path.of(arguments[2]);
        var work = Path.of(arguments[3]);
        var fingerprint = Fingerprint.of(migrations);
        var record = work.resolve("tables.sha256");
        if (Files.isDirectory(output)
                && Files.exists(record)
                && Files.readString(record).equals(fingerprint)) return;
        quieten();
        Files.createDirectories(output);
        Files.createDirectories(work);
        Files.deleteIfExists(record);
        // Maven copies new files but leaves renamed ones behind, and the program would apply both.
        Folder.delete(copy);
        generate(migrations, output, work.resolve("postgres"), Path.of(arguments[4]));
        Files.writeString(record, fingerprint);
    }

    /// Builds print what is wrong, not the tools' greetings.
    private static void quieten() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        FLYWAY.setLevel(Level.WARNING);
    }

    private static void generate(Path migrations, Path output, Path folder, Path binaries) throws Exception {
        Folder.delete(folder);
        try (var server = EmbeddedPostgres.start(Options.in(folder).withBinaries(binaries))) {
            var database = new PGSimpleDataSource();
            database.setUrl(server.jdbcUrl());
            database.setUser(server.user());
            database.setPassword(server.password());
            Migrations.apply(database, "filesystem:" + migrations.toAbsolutePath());
            GenerationTool.generate(configuration(server, output));
        }
        Folder.delete(folder);
    }

    private static Configuration configuration(EmbeddedPostgres server, Path output) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.jdbcUrl())
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(Migrations.SCHEMA)
                                .withExcludes("flyway_schema_history")
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIgnoreUnused(true)
                                        .withIncludeTypes("(?i:timestamp\\ with\\ time\\ zone|timestamptz)")))
                        .withGenerate(new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGeneratedAnnotation(false))
                        .withTarget(new Target()
                                .withPackageName(PACKAGE)
                                .withDirectory(output.toString())
                                .withClean(true)));
    }
}
