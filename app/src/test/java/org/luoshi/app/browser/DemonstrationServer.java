package org.luoshi.app.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static DemonstrationServer start(Path data) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dspring.aot.enabled=true",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Luoshi.class.getName(),
                        "run")
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LUOSHI_"));
        builder.environment().put("LUOSHI_DATA", data.toString());
        builder.environment().put("LUOSHI_PORT", "0");
        builder.environment().put("LUOSHI_WEBHOOKS_ALLOW", "127.0.0.1/32");
        Process process = builder.start();
        return new DemonstrationServer(process, data, address(process));
    }

    String address() {
        return address;
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
