package org.luoshi.bench.detect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a public data set lies: in `shared/data` beside the repository or further up, never inside it.
public final class PublicSet {

    private PublicSet() {}

    /// @param from a folder; those above it are looked in too
    public static Optional<Path> find(Path from, String name) {
        return Stream.iterate(from.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
