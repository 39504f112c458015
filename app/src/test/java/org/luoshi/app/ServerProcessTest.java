package org.luoshi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.app.browser.RawRequest;

/// The program as its user meets it: a process of its own, an empty data folder, signals.
class ServerProcessTest {

    private static final String READY = "Luoshi is ready, open in a browser:  ";

    @TempDir
    Path data;

    @Test
    void itServesStopsCleanlyAndSurvivesBeingKilled() throws Exception {
        var first = luoshi("0", "run");
        assertThat(statusOf(address(first))).isLessThan(500);
        first.destroy();
        assertThat(first.waitFor()).isEqualTo(143);
        assertThat(Files.readString(data.resolve("postgres/postgres.log"))).contains("database system is shut down");

        var second = luoshi("0", "run");
        address(second);
        second.destroyForcibly().waitFor();

        var third = luoshi("0", "run");
        assertThat(statusOf(address(third))).isLessThan(500);
        third.destroy();
        third.waitFor();
    }

    @Test
    void whenItsDatabaseIsKilledItSaysSoAndEnds() throws Exception {
        var process = luoshi("0", "run");
        var lines = process.inputReader(StandardCharsets.UTF_8);
        address(process);
        var postmaster = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
        new ProcessBuilder("kill", "-KILL", postmaster).start().waitFor();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(lines.lines()).anyMatch(line -> line.contains("The embedded database stopped unexpectedly"));
    }

    @Test
    void theProxyThatIsNamedIsBelieved() throws Exception {
        var process = luoshi(Map.of("LUOSHI_PROXY", "127.0.0.1"), "run");
        var answer = RawRequest.get(
                address(process), "/plan", "Host: luoshi.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 192.0.2.1\r\n");
        assertThat(answer).contains("Location: /login\r\n").containsPattern("Set-Cookie: luoshi=[^\r]*Secure");
        process.destroy();
        process.waitFor();
    }

    @Test
    void aProxyThatIsNoAddressIsToldAsSuch() throws Exception {
        var process = luoshi(Map.of("LUOSHI_PROXY", ".*"), "run");
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("LUOSHI_PROXY 是反向代理的地址", "LUOSHI_PROXY names addresses");
    }

    @Test
    void aTakenPortIsToldWithTheCommandThatHelps() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = luoshi(Integer.toString(other.getLocalPort()), "run");
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(said)
                    .contains("不能在 127.0.0.1:" + other.getLocalPort() + " 上监听")
                    .contains("Choose another port: LUOSHI_PORT=" + (other.getLocalPort() + 1) + " ./luoshi run")
                    .doesNotContain("Exception in");
        }
    }

    @Test
    void aWrongDatabaseVersionIsToldInTwoLinesAndNothingElse() throws Exception {
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "17\n");
        var process = luoshi("0", "run");
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines()).hasSize(2);
        assertThat(said).contains("由 PostgreSQL 17 建立", "was made by PostgreSQL 17");
    }

    @Test
    void aBackupIsTakenBesideTheRunningServerAndComesBack() throws Exception {
        var server = luoshi("0", "run");
        address(server);
        var file = data.resolve("monday.zip").toString();
        assertThat(ended(luoshi("0", "backup", file))).isZero();
        assertThat(ended(luoshi("0", "restore", file, "--replace"))).isEqualTo(1);
        server.destroy();
        server.waitFor();
        assertThat(ended(luoshi("0", "restore", file))).isEqualTo(1);
        assertThat(ended(luoshi("0", "restore", file, "--replace"))).isZero();
    }

    private Process luoshi(String port, String... arguments) throws IOException {
        return luoshi(Map.of("LUOSHI_PORT", port), arguments);
    }

    private Process luoshi(Map<String, String> variables, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Luoshi.class.getName())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("LUOSHI_"));
        builder.environment().put("LUOSHI_DATA", data.toString());
        builder.environment().put("LUOSHI_PORT", "0");
        builder.environment().put("LUOSHI_HOME", "..");
        builder.environment().put("LUOSHI_SAMPLES", "off");
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static int ended(Process process) throws IOException, InterruptedException {
        process.getInputStream().transferTo(System.out);
        return process.waitFor();
    }

    /// The rest of the output is left unread; it is far less than a pipe holds.
    private static String address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            var at = line.indexOf(READY);
            if (at >= 0) return line.substring(at + READY.length()).strip();
        }
        throw new AssertionError("ended before it was ready:\n" + said);
    }

    private static int statusOf(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
