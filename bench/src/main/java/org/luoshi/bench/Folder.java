package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders made for one measurement.
final class Folder {

    private Folder() {}

    static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList())
                if (!path.equals(folder)) Files.deleteIfExists(path);
        }
    }
}
