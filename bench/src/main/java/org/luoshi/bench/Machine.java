package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// What the figures were measured on.
final class Machine {

    private Machine() {}

    static String description() throws IOException {
        return "%d cores (%s), %.0f GB memory, %s %s, JVM %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1048576.0,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("java.vm.version"));
    }

    /// Others on the machine show here: the mean number of processes that wanted a core in the last minute.
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    static String postgres() throws IOException {
        var properties = new Properties();
        try (var in = Machine.class.getResourceAsStream("/org/luoshi/postgres/binaries.properties")) {
            if (in != null) properties.load(in);
        }
        return "PostgreSQL " + properties.getProperty("version", "?") + " (embedded, fsync on)";
    }

    private static String line(String file, String name) throws IOException {
        for (var line : Files.readAllLines(Path.of(file)))
            if (line.startsWith(name)) return line.substring(line.indexOf(':') + 1).strip();
        return "?";
    }
}
