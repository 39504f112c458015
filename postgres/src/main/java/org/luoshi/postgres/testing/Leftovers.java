package org.luoshi.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders of test servers whose JVM was killed before it could clean up.
final class Leftovers {

    private Leftovers() {}

    /// Folders are named after the process that made them.
    static void sweep(Path servers) throws IOException {
        if (!Files.isDirectory(servers)) return;
        try (var folders = Files.list(servers)) {
            for (var folder : folders.toList()) {
                var pid = Long.parseLong(folder.getFileName().toString());
                if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) delete(folder);
            }
        }
    }

    static void delete(Path root) {
        if (!Files.exists(root)) return;
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
