package org.luoshi.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The plans of the statements that the program really sends, as PostgreSQL's `auto_explain` writes them to its log.
final class PlanLog {

    private static final Pattern HEAD = Pattern.compile("LOG:  duration: ([0-9.]+) ms  plan:");

    private final Path log;
    private final long from;

    /// @param text query and plan with actual times
    record Plan(double milliseconds, String text) {}

    private PlanLog(Path log, long from) {
        this.log = log;
        this.from = from;
    }

    /// From the next start of the server on.
    static void switchOn(Connection connection) throws SQLException {
        var settings = List.of(
                "session_preload_libraries = 'auto_explain'",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_analyze = on",
                "auto_explain.log_buffers = on");
        try (var statement = connection.createStatement()) {
            for (var setting : settings) statement.execute("alter database luoshi set " + setting);
        }
    }

    static void switchOff(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter database luoshi reset all");
        }
    }

    /// Listens to what is logged from now on.
    static PlanLog here(Path log) throws IOException {
        return new PlanLog(log, Files.size(log));
    }

    List<Plan> plans() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return read(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// Lines of one entry after its first begin with a tab.
    static List<Plan> read(String text) {
        var plans = new ArrayList<Plan>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var head = HEAD.matcher(lines.get(i));
            if (!head.find()) continue;
            var plan = new StringBuilder();
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith("\t"))
                plan.append(lines.get(++i).substring(1)).append('\n');
            plans.add(new Plan(Double.parseDouble(head.group(1)), plan.toString()));
        }
        return plans;
    }
}
