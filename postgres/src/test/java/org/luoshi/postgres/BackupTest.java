package org.luoshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-09-22T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Options here;
    private Options there;
    private Path file;

    @BeforeEach
    void places() {
        here = Options.in(folder.resolve("here")).withBinaries(EmbeddedPostgresTest.BINARIES);
        there = Options.in(folder.resolve("there")).withBinaries(EmbeddedPostgresTest.BINARIES);
        file = folder.resolve("monday.zip");
    }

    @Test
    void aStoppedDatabaseComesBackInAnotherFolder() throws Exception {
        try (var server = EmbeddedPostgres.start(here)) {
            run(server.login(), "CREATE TABLE promise AS SELECT id FROM generate_series(1, 1000) id");
        }
        Backup.write(here, file, CLOCK, Progress.SILENT);
        var label = Restore.read(there, file, false, Progress.SILENT);
        assertThat(label.taken()).isEqualTo(CLOCK.instant());
        try (var server = EmbeddedPostgres.start(there)) {
            assertThat(count(server.login())).isEqualTo(1000);
        }
    }

    @Test
    void aBackupOfARunningDatabaseHoldsEverythingCommittedBeforeItBegan() throws Exception {
        try (var server = EmbeddedPostgres.start(here)) {
            run(server.login(), "CREATE TABLE promise (id int PRIMARY KEY, clause text)");
            var written = new AtomicInteger();
            var stop = new AtomicBoolean();
            var writer = Thread.ofPlatform().start(() -> insertUntil(stop, written, server.login()));
            while (written.get() < 200) Thread.onSpinWait();
            var before = written.get();
            Backup.write(here, file, CLOCK, Progress.SILENT);
            stop.set(true);
            writer.join();
            Restore.read(there, file, false, Progress.SILENT);
            try (var restored = EmbeddedPostgres.start(there)) {
                assertThat(count(restored.login())).isBetween(before, written.get());
                // No gap: what one transaction saw, the copy has.
                assertThat(one(restored.login(), "SELECT max(id) - count(*) FROM promise")).isZero();
            }
        }
    }

    @Test
    void anExistingDatabaseIsReplacedOnlyOnRequest() throws Exception {
        try (var server = EmbeddedPostgres.start(here)) {
            run(server.login(), "CREATE TABLE promise AS SELECT 1 AS id");
            Backup.write(here, file, CLOCK, Progress.SILENT);
            run(server.login(), "INSERT INTO promise VALUES (2)");
        }
        assertThatThrownBy(() -> Restore.read(here, file, false, Progress.SILENT))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("已有数据库")
                .hasMessageContaining("to replace it add --replace");
        try (var server = EmbeddedPostgres.start(here)) {
            assertThat(count(server.login())).isEqualTo(2);
        }
        Restore.read(here, file, true, Progress.SILENT);
        try (var server = EmbeddedPostgres.start(here)) {
            assertThat(count(server.login())).isEqualTo(1);
        }
        assertThat(folder.resolve("here/cluster.replaced")).doesNotExist();
    }

    @Test
    void aRunningDatabaseCannotBeRestoredOver() {
        try (var server = EmbeddedPostgres.start(here)) {
            assertThat(server.alive()).isTrue();
            Backup.write(here, file, CLOCK, Progress.SILENT);
            assertThatThrownBy(() -> Restore.read(here, file, true, Progress.SILENT))
                    .isInstanceOf(PostgresProblem.class)
                    .hasMessageContaining("is in use by another Luoshi");
        }
    }

    @Test
    void aRestoreKilledBetweenItsRenamesLosesNothing() throws Exception {
        try (var server = EmbeddedPostgres.start(here)) {
            run(server.login(), "CREATE TABLE promise AS SELECT 1 AS id");
        }
        Files.move(folder.resolve("here/cluster"), folder.resolve("here/cluster.replaced"));
        try (var server = EmbeddedPostgres.start(here)) {
            assertThat(count(server.login())).isEqualTo(1);
        }
    }

    @Test
    void anExistingFileIsNotOverwritten() throws Exception {
        EmbeddedPostgres.start(here).close();
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Backup.write(here, file, CLOCK, Progress.SILENT))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("a backup overwrites nothing");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aDamagedBackupIsRefusedAndTheDatabaseStays() throws Exception {
        try (var server = EmbeddedPostgres.start(here)) {
            run(server.login(), "CREATE TABLE promise AS SELECT 1 AS id");
        }
        Backup.write(here, file, CLOCK, Progress.SILENT);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[4096]);
        }
        assertThatThrownBy(() -> Restore.read(here, file, true, Progress.SILENT))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("不是完整的落实备份");
        try (var server = EmbeddedPostgres.start(here)) {
            assertThat(count(server.login())).isEqualTo(1);
        }
    }

    @Test
    void aTruncatedBackupAndAnotherFileAreRefused() throws Exception {
        EmbeddedPostgres.start(here).close();
        Backup.write(here, file, CLOCK, Progress.SILENT);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        var letter = Files.writeString(folder.resolve("letter.txt"), "…");
        for (var wrong : new Path[] {file, letter})
            assertThatThrownBy(() -> Restore.read(there, wrong, false, Progress.SILENT))
                    .isInstanceOf(PostgresProblem.class)
                    .hasMessageContaining("is not a complete Luoshi backup");
    }

    @Test
    void aFolderWithoutADatabaseHasNothingToBackUp() {
        assertThatThrownBy(() -> Backup.write(here, file, CLOCK, Progress.SILENT))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("nothing to back up");
    }

    private static void insertUntil(AtomicBoolean stop, AtomicInteger written, DatabaseLogin login) {
        try (var connection = login.connect();
                var insert = connection.prepareStatement("INSERT INTO promise VALUES (?, repeat('x', 500))")) {
            while (!stop.get()) {
                insert.setInt(1, written.get() + 1);
                insert.executeUpdate();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(DatabaseLogin login) throws SQLException {
        return one(login, "SELECT count(*) FROM promise");
    }

    private static int one(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
