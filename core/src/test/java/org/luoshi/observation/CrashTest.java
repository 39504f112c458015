package org.luoshi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Migrations;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;
import org.luoshi.testing.TestContext;

/// What was acknowledged is stored, once and in one piece, whoever is killed. The database is told not to wait for the
/// disk, which the log does all the same.
class CrashTest {

    /// `-Dluoshi.crashes=50` for a long run.
    private static final int ROUNDS = Integer.getInteger("luoshi.crashes", 3);

    private final Random random = new Random(20260301);
    private final AtomicLong next = new AtomicLong(1);

    @TempDir
    Path folder;

    @Test
    void whenPostgresIsKilledUnderLoadAcknowledgedMeansStored() throws Exception {
        long datastream = prepare();
        Set<Long> acknowledged = new ConcurrentSkipListSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int enough = acknowledged.size() + 500 + random.nextInt(5000);
            try (EmbeddedPostgres server = TestPostgres.on(folder);
                    TestContext context = TestContext.of(
                            database(server), Clock.fixed(Sending.NINE, ZoneOffset.UTC), Waterworks.BEANS)) {
                Thread killer = Thread.ofVirtual().start(() -> {
                    while (acknowledged.size() < enough) Thread.onSpinWait();
                    kill(server.pid());
                });
                Sending.send(context.get(ObservationLog.class), datastream, next, acknowledged::add);
                killer.join();
            }
        }
        assertStored(acknowledged);
    }

    @Test
    void whenTheWriterIsKilledUnderLoadAcknowledgedMeansStored() throws Exception {
        long datastream = prepare();
        Set<Long> acknowledged = new TreeSet<>();
        try (EmbeddedPostgres server = TestPostgres.on(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                int enough = 500 + random.nextInt(5000);
                Process writer = writer(database(server), datastream);
                List<Long> numbers = new ArrayList<>();
                try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        numbers.add(Long.parseLong(line));
                        if (numbers.size() == enough) writer.destroyForcibly();
                    }
                } catch (IOException | NumberFormatException cut) {
                    // its last line
                }
                assertThat(numbers).hasSizeGreaterThanOrEqualTo(enough);
                assertThat(writer.waitFor()).isEqualTo(128 + 9);
                acknowledged.addAll(numbers);
            }
        }
        assertStored(acknowledged);
    }

    private long prepare() throws SQLException {
        try (EmbeddedPostgres server = TestPostgres.on(folder)) {
            Migrations.apply(database(server).dataSource());
            try (Connection connection = database(server).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter database luoshi set synchronous_commit = off");
            }
            try (Waterworks works = new Waterworks(database(server))) {
                return works.pressure;
            }
        }
    }

    /// What came before it was acknowledged may be there too, but no group in parts, and nothing twice.
    private void assertStored(Set<Long> acknowledged) throws SQLException {
        Set<Long> stored = new TreeSet<>();
        try (EmbeddedPostgres server = TestPostgres.on(folder);
                Connection connection = database(server).connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select amount::bigint from luoshi.observation")) {
            while (rows.next()) assertThat(stored.add(rows.getLong(1))).isTrue();
        }
        assertThat(acknowledged).hasSizeGreaterThan(500 * ROUNDS);
        assertThat(stored).containsAll(acknowledged);
        Set<Long> starts = new TreeSet<>();
        for (long number : stored) starts.add((number - 1) / 20);
        assertThat(stored).hasSize(starts.size() * 20);
    }

    private Process writer(TestDatabase database, long datastream) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sending.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        Long.toString(datastream),
                        Long.toString(next.getAndAdd(10_000_000)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static TestDatabase database(EmbeddedPostgres server) {
        return new TestDatabase(server.jdbcUrl(), server.user(), server.password());
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
