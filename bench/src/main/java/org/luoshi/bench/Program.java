package org.luoshi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The built program, run as anybody runs it: `./luoshi COMMAND`.
///
/// @param root the repository
/// @param work folder for everything of one measurement
record Program(Path root, Path work) {

    /// Nothing that we measure may take longer.
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /// @param processor seconds of processor time, of all processors
    /// @param peak highest resident memory, MB
    record Ended(int exit, double seconds, double processor, double peak, String output) {

        /// @throws IllegalStateException with what the command said, unless it succeeded
        Ended requireDone() {
            if (exit != 0) throw new IllegalStateException("exit code " + exit + "\n" + output);
            return this;
        }
    }

    Path packs() {
        return root.resolve("packs");
    }

    /// The product's own import.
    ///
    /// @param javaOptions of the importing JVM
    Ended importFile(Path data, Path packs, String entity, Path file, String javaOptions)
            throws IOException, InterruptedException {
        return run(environment(data, packs, javaOptions), "import", entity, file.toString()).requireDone();
    }

    static Map<String, String> environment(Path data, Path packs, String javaOptions) {
        return Map.of("LUOSHI_DATA", data.toString(), "LUOSHI_PACKS", packs.toString(), "LUOSHI_JAVA_OPTS", javaOptions);
    }

    /// Runs a command to its end. Wall time is from before the process to after it.
    Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var log = Files.createTempFile(work, "command", ".log");
        var before = ProcessorTime.ofEndedChildren();
        var began = System.nanoTime();
        var process = start(builder(environment, log, words));
        var peak = 0.0;
        var deadline = began + PATIENCE.toNanos();
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, Memory.peak(process.pid()));
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "no end within %s: %s\n%s".formatted(PATIENCE, List.of(words), Files.readString(log)));
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Ended(
                process.exitValue(), seconds, ProcessorTime.ofEndedChildren() - before, peak, Files.readString(log));
    }

    /// Runs a command to its end without looking at it meanwhile, for commands of a second or two.
    Ended time(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var log = Files.createTempFile(work, "command", ".log");
        var before = ProcessorTime.ofEndedChildren();
        var began = System.nanoTime();
        var exit = start(builder(environment, log, words)).waitFor();
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Ended(exit, seconds, ProcessorTime.ofEndedChildren() - before, 0, Files.readString(log));
    }

    /// Starts the server and waits for its first page.
    ///
    /// @param data  data folder
    /// @param packs packs folder
    /// @param javaOptions further options of the server's JVM
    RunningServer serve(Path data, Path packs, String javaOptions) throws IOException, InterruptedException {
        var port = freePort();
        var environment = new HashMap<>(environment(data, packs, javaOptions));
        environment.put("LUOSHI_PORT", Integer.toString(port));
        environment.put("LUOSHI_BIND", "127.0.0.1");
        var log = Files.createTempFile(work, "server", ".log");
        var began = System.nanoTime();
        var process = start(builder(environment, log, "run"));
        var server = new RunningServer(process, port, data, log);
        try {
            return server.awaitFirstPage(began, PATIENCE);
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// What we start ends with us, also when we are interrupted.
    private static Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        var end = Thread.ofPlatform().unstarted(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        return process;
    }

    private ProcessBuilder builder(Map<String, String> environment, Path log, String... words) {
        var command = new ArrayList<>(List.of(root.resolve("luoshi").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("LUOSHI_") && !it.equals("LUOSHI_JAVA_HOME"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
