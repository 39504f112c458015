package org.luoshi.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The reference data that lives beside the repository, in `shared/data`.
public final class SharedFolder {

    private SharedFolder() {}

    /// Looks in every folder above this one; the test is skipped, visibly, where there is none.
    public static Path data(String name) {
        Path data = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(data != null, () -> "no shared/data/" + name + " in any folder above");
        return data;
    }
}
