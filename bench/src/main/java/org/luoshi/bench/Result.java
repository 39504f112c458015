package org.luoshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The report of one run. Lines appear on the terminal as they come.
final class Result {

    private final String name;
    private final String command;
    private final Path root;
    private final StringBuilder text = new StringBuilder();
    private final ZonedDateTime began = ZonedDateTime.now(ZoneOffset.UTC);
    private final String loadBefore;
    private String seedAndData = "synthetic, from the seed in the command (default 20250922)";

    Result(String name, String command, Path root) throws IOException {
        this.name = name;
        this.command = command;
        this.root = root;
        this.loadBefore = Machine.load();
    }

    /// Where nothing is made from a seed.
    void data(String words) {
        seedAndData = words;
    }

    void heading(String words) {
        say("\n## " + words + "\n");
    }

    void say(String line) {
        System.out.println(line);
        text.append(line).append('\n');
    }

    void say(String format, Object... values) {
        say(format.formatted(values));
    }

    void table(List<String> heads) {
        say("| " + String.join(" | ", heads) + " |");
        say("|" + "---|".repeat(heads.size()));
    }

    void row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells)
            line.append(' ')
                    .append(cell instanceof Double figure ? figure(figure) : cell)
                    .append(" |");
        say(line.toString());
    }

    void code(String block) {
        text.append("```text\n").append(block.stripTrailing()).append("\n```\n");
    }

    /// Three figures that count, no more: the machine is not quieter than that.
    static String figure(double value) {
        if (value == 0) return "0";
        var magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.max(0, 2 - magnitude) + "f", value);
    }

    /// @param suffix distinguishes runs of one day; may be empty
    /// @return the file, relative to the root
    Path write(String suffix) throws IOException {
        var file = root.resolve("bench/results")
                .resolve(LocalDate.now(ZoneOffset.UTC) + "-" + name + (suffix.isEmpty() ? "" : "-" + suffix) + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, head() + text);
        return root.relativize(file);
    }

    private String head() throws IOException {
        return """
                # %s, %s

                - Command: `./luoshi bench %s`
                - Commit: %s
                - Machine: %s; %s
                - Load average before and after: %s, %s (it counts the measured program too)
                - Seed and data: %s
                """
                .formatted(
                        name,
                        began.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")),
                        command,
                        commit(),
                        Machine.description(),
                        Machine.postgres(),
                        loadBefore,
                        Machine.load(),
                        seedAndData);
    }

    private String commit() throws IOException {
        var process = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty", "--abbrev=12")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
