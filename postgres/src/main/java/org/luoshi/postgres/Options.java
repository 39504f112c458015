package org.luoshi.postgres;

import java.nio.file.Path;
import java.util.Map;

/// Where and how an embedded server runs.
///
/// @param folder   holds everything of one server: `cluster/`, `lock`, `postgres.log`
/// @param binaries cache of extracted binaries, one sub-folder per version; may be shared by many servers
/// @param port     TCP port on the loopback address; 0 takes a free one at each start
/// @param settings additional settings of `postgresql.conf`, given on the command line
public record Options(Path folder, Path binaries, int port, Map<String, String> settings) {

    public Options {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port is 0 to 65535, got " + port);
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    public static Options in(Path folder) {
        return new Options(folder, folder.resolve("binaries"), 0, Map.of());
    }

    public Options withBinaries(Path cache) {
        return new Options(folder, cache, port, settings);
    }

    public Options withPort(int fixed) {
        return new Options(folder, binaries, fixed, settings);
    }

    public Options withSettings(Map<String, String> more) {
        return new Options(folder, binaries, port, more);
    }
}
