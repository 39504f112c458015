package org.luoshi.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A running `postgres` that is our child.
final class Server {

    private static final Duration POLL = Duration.ofMillis(15);

    /// Replaying a long write-ahead log after a crash is the slowest honest start.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Rotated at start: one old file is kept.
    private static final long LOG_BYTES = 5L << 20;

    private final Process process;

    private volatile boolean stopping;

    private Server(Process process) {
        this.process = process;
    }

    static Server start(
            Cluster cluster, Binaries binaries, Privileges privileges, int port, Map<String, String> settings)
            throws IOException {
        var log = cluster.folder().resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES)
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        var before = Files.exists(log) ? Files.size(log) : 0;
        var command = new ArrayList<>(privileges.prefix());
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", cluster.path().toString()));
        var all = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "log_checkpoints", "off"));
        all.putAll(settings);
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var builder = Commands.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var server = new Server(spawn(builder));
        server.awaitReady(cluster, log, before, port);
        return server;
    }

    /// The death signal follows the thread that forked, so that thread stays for as long as the server does.
    private static Process spawn(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres").start(() -> {
            try {
                var process = builder.start();
                started.complete(process);
                process.onExit().join();
            } catch (IOException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException("cannot start " + builder.command().getFirst(), e.getCause());
        }
    }

    private void awaitReady(Cluster cluster, Path log, long before, int port) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var said = Postmaster.of(cluster.path()).filter(it -> it.pid() == process.pid() && it.ready());
            if (said.isPresent()) return;
            if (!process.isAlive()) throw failed(cluster, log, before, port);
            LockSupport.parkNanos(POLL.toNanos());
        }
        stop();
        throw new PostgresProblem(
                "数据库在 %d 分钟内没有就绪，日志见 %s。".formatted(PATIENCE.toMinutes(), log),
                "The database was not ready within %d minutes; its log is %s.".formatted(PATIENCE.toMinutes(), log));
    }

    private static PostgresProblem failed(Cluster cluster, Path log, long before, int port) throws IOException {
        var said = new String(tail(log, before), StandardCharsets.UTF_8);
        if (Folders.saysDiskIsFull(said)) return Folders.full(cluster.folder(), "postgres");
        if (said.contains("Address already in use")) throw new PortTaken(port);
        return new PostgresProblem(
                "数据库不能启动，日志 %s 写道：%n%s".formatted(log, said.strip().indent(2)),
                "The database does not start; its log %s says:%n%s".formatted(log, said.strip().indent(2)));
    }

    /// What the log says since this start, its last 64 KiB at most.
    private static byte[] tail(Path log, long since) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(since, file.length() - (1 << 16));
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Hears when the server ends although nobody stopped it.
    void onUnexpectedEnd(Runnable listener) {
        var _ = process.onExit().thenRun(() -> {
            if (!stopping) listener.run();
        });
    }

    /// Fast shutdown: open transactions are rolled back, everything committed is flushed.
    void stop() {
        stopping = true;
        if (!process.isAlive()) return;
        Commands.signal("INT", process.pid());
        if (ended(Duration.ofMinutes(2))) return;
        Commands.signal("QUIT", process.pid());
        ended(Duration.ofSeconds(20));
    }

    /// Does not end early when the caller is interrupted: an unfinished shutdown costs a recovery.
    private boolean ended(Duration patience) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
