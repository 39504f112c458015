package org.luoshi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.EmbeddedPostgres;

/// A server that we started and will end.
final class RunningServer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final Path data;
    private final Path log;
    private double secondsToFirstPage;
    private double processorToFirstPage;

    RunningServer(Process process, int port, Path data, Path log) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.log = log;
    }

    /// @param began nano time from before the process
    RunningServer awaitFirstPage(long began, Duration patience) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url("/login")).timeout(Duration.ofSeconds(30)).build();
        try (var client = HttpClient.newHttpClient()) {
            while (true) {
                if (!process.isAlive() || System.nanoTime() - began > patience.toNanos())
                    throw new IllegalStateException("no page was served\n" + Files.readString(log));
                try {
                    var status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status == 200) break;
                    if (status >= 400 && status != 503)
                        throw new IllegalStateException("/login answers " + status + "\n" + Files.readString(log));
                } catch (IOException e) {
                    Thread.sleep(POLL); // refused: not listening yet
                }
            }
        }
        secondsToFirstPage = (System.nanoTime() - began) / 1e9;
        processorToFirstPage = ProcessorTime.of(process.pid());
        return this;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /// Processor seconds of the JVM until then; PostgreSQL's are not in it.
    double processorToFirstPage() {
        return processorToFirstPage;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// `luoshi` execs Java, so this is the JVM.
    long pid() {
        return process.pid();
    }

    long postgresPid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
    }

    Path postgresLog() {
        return data.resolve("postgres/postgres.log");
    }

    Path data() {
        return data;
    }

    DatabaseLogin database() {
        return EmbeddedPostgres.running(data.resolve("postgres"))
                .orElseThrow(() -> new IllegalStateException("the server's database does not run"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
