package org.luoshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    /// Shared with every other module of the build, so that the archive is unpacked once.
    static final Path BINARIES = Path.of("..", "target", "postgres").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesADurableServerThatOnlyThisMachineCanReach() throws Exception {
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            assertThat(show(server, "synchronous_commit")).isEqualTo("on");
            assertThat(show(server, "data_checksums")).isEqualTo("on");
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "server_encoding")).isEqualTo("UTF8");
            assertThat(one(server, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void thePasswordIsWantedAndOnlyItsOwnerCanReadIt() throws Exception {
        try (var server = EmbeddedPostgres.start(options())) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cluster/luoshi.password"))))
                    .isEqualTo("rw-------");
            assertThat(server.password()).hasSize(48);
        }
    }

    @Test
    void theSecondStartKeepsDataAndPassword() throws Exception {
        String password;
        try (var server = EmbeddedPostgres.start(options())) {
            password = server.password();
            run(server, "CREATE TABLE promise AS SELECT 7 AS id");
        }
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(one(server, "SELECT id FROM promise")).isEqualTo("7");
        }
    }

    /// As root the mode decides how we give up our privileges: a user namespace, or another user.
    @ParameterizedTest
    @ValueSource(strings = {"rwx------", "rwx--x--x"})
    void aKilledProgramLeavesNoOrphanAndNothingCommittedIsLost(String mode) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
        var program = helper();
        var pid = committed(program);
        program.destroyForcibly().waitFor();
        try (var server = EmbeddedPostgres.start(options())) {
            ProcessHandle.of(pid).ifPresent(old -> old.onExit().orTimeout(60, TimeUnit.SECONDS).join());
            assertThat(server.pid()).isNotEqualTo(pid);
            assertThat(one(server, "SELECT id FROM promise")).isEqualTo("7");
        }
    }

    @Test
    void aFolderCanMoveBetweenTheWaysOfGivingUpPrivileges() throws Exception {
        EmbeddedPostgres.start(options()).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        EmbeddedPostgres.start(options()).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatWasItselfKilledRecoversWhatWasCommitted() throws Exception {
        try (var server = EmbeddedPostgres.start(options())) {
            run(server, "CREATE TABLE promise AS SELECT 7 AS id");
            Commands.signal("KILL", server.pid());
            ProcessHandle.of(server.pid()).ifPresent(it -> it.onExit().join());
        }
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(one(server, "SELECT id FROM promise")).isEqualTo("7");
        }
    }

    @Test
    void twoProgramsCannotShareAFolder() throws Exception {
        var program = helper();
        try {
            committed(program);
            assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
                    .isInstanceOf(PostgresProblem.class)
                    .hasMessageContaining("正由另一个落实程序使用（进程 " + program.pid() + "）")
                    .hasMessageContaining("is in use by another Luoshi (process " + program.pid() + ")");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void oneProgramCannotStartAFolderTwice() {
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(server.alive()).isTrue();
            assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
                    .isInstanceOf(PostgresProblem.class)
                    .hasMessageContaining("is in use by another Luoshi");
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsToldPlainly() throws IOException {
        var cluster = Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(options()))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining("由 PostgreSQL 16 建立，本程序内置的是 PostgreSQL 18")
                .hasMessageContaining("was made by PostgreSQL 16; this program brings PostgreSQL 18");
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldPlainly() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedPostgres.start(Options.in(file).withBinaries(BINARIES)))
                .isInstanceOf(PostgresProblem.class)
                .hasMessageContaining(file + " 是文件，不是文件夹")
                .hasMessageContaining(file + " is a file, not a folder");
    }

    @Test
    void aTakenPortIsToldPlainly() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(options().withPort(other.getLocalPort())))
                    .isInstanceOf(PostgresProblem.class)
                    .hasMessageContaining("Database port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void aLeftoverPidFileWithTheNumberOfAnotherProcessDoesNotStopTheStart() throws Exception {
        EmbeddedPostgres.start(options()).close();
        var ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(folder.resolve("cluster/postmaster.pid"), ours + "\n" + folder + "\n0\n5432\n\n127.0.0.1\n");
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anInterruptedFirstStartIsDoneAgain() throws Exception {
        var unfinished = Files.createDirectories(folder.resolve("cluster.unfinished/base"));
        Files.writeString(unfinished.resolve("half"), "…");
        try (var server = EmbeddedPostgres.start(options())) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("cluster.unfinished")).doesNotExist();
    }

    @Test
    void anInterruptedUnpackingIsDoneAgain() throws Exception {
        var unfinished = Files.createDirectories(folder.resolve(Binaries.packagedVersion() + ".unfinished/bin"));
        Files.writeString(unfinished.resolve("postgres"), "half");
        var binaries = Binaries.in(folder);
        assertThat(Files.size(binaries.program("postgres"))).isGreaterThan(1_000_000);
        assertThat(folder.resolve(Binaries.packagedVersion() + ".unfinished")).doesNotExist();
    }

    private Options options() {
        return Options.in(folder).withBinaries(BINARIES);
    }

    private Process helper() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        HelperProgram.class.getName(), folder.toString(), BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long committed(Process program) throws IOException {
        var line = program.inputReader().readLine();
        assertThat(line).startsWith("committed ");
        return Long.parseLong(line.substring("committed ".length()));
    }

    private static String show(EmbeddedPostgres server, String setting) throws SQLException {
        return one(server, "SHOW " + setting);
    }

    private static String one(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
