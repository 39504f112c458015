package org.luoshi.app.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.app.Luoshi;

/// The program in a process of its own, on a free port of the loopback, with the demonstration on a new database.
///
/// Building the demonstration takes a while, so all tests of a run share one; they touch different records.
final class DemonstrationServer {

    private static @Nullable DemonstrationServer shared;

    private static final String READY = "Luoshi is ready, open in a browser:  ";

    private final Process process;
    private final Path data;
    private final String address;

    private DemonstrationServer(Process process, Path data, String address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    static synchronized DemonstrationServer shared() throws IOException {
        DemonstrationServer running = shared;
        if (running == null) {
            running = start(Files.createTempDirectory("luoshi-browser"));
            Runtime.getRuntime().addShutdownHook(new Thread(running.process::destroy));
            shared = running;
        }
        return running;
    }

    /// One of its own, for a test that moves the date on. It is to be stopped.
    static DemonstrationServer own() throws IOException {
        return start(Files.createTempDirectory("luoshi-browser-own"));
    }

    void stop() {
        process.destroy();
    }

    /// One on a folder that may have been used before, with further variables. It is to be stopped or killed.
    static DemonstrationServer on(Path data, Map<String, String> variables) throws IOException {
        Process process = program(data, variables, "run").start();
        return new DemonstrationServer(process, data, address(process));
    }

    private static DemonstrationServer start(Path data) throws IOException {
        return on(data, Map.of());
    }

    /// The program with arguments, as a process that is not started yet.
    static ProcessBuilder program(Path data, Map<String, String> variables, String... arguments) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        Path temporary = Files.createDirectories(temporary(data));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dspring.aot.enabled=true",
                "-Dstdout.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Luoshi.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LUOSHI_"));
        builder.environment().put("LUOSHI_DATA", data.toString());
        builder.environment().put("LUOSHI_PORT", "0");
        builder.environment().put("LUOSHI_WEBHOOKS_ALLOW", "127.0.0.1/32");
        builder.environment().putAll(variables);
        return builder;
    }

    /// As kill -9 does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String address() {
        return address;
    }

    /// Where it puts what is to be gone soon.
    Path temporary() {
        return temporary(data);
    }

    private static Path temporary(Path data) {
        return data.resolveSibling(data.getFileName() + "-tmp");
    }

    /// The password that the first start made up for the demonstration's accounts.
    String password(String account) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("accounts.txt"));
        return lines.stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words[0].equals(account))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account " + account + " in " + lines));
    }

    private static String address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            int at = line.indexOf(READY);
            if (at >= 0) return line.substring(at + READY.length()).strip();
        }
        throw new AssertionError("ended before it was ready:\n" + said);
    }
}
