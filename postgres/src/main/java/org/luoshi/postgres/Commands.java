package org.luoshi.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Short-lived programs, run to their end.
final class Commands {

    private Commands() {}

    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    static Outcome run(List<String> command) throws IOException {
        return run(builder(command));
    }

    static Outcome run(ProcessBuilder builder) throws IOException {
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output.strip());
    }

    /// Settings of a foreign PostgreSQL in our environment (PGDATA, PGPORT, …) must not reach ours.
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static void signal(String signal, long pid) {
        try {
            run(List.of("sh", "-c", "kill -" + signal + " " + pid));
        } catch (IOException e) {
            throw new IllegalStateException("cannot send " + signal + " to process " + pid, e);
        }
    }
}
