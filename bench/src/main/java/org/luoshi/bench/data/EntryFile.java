package org.luoshi.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A CSV of entries in no order, so that indexes are filled as by real imports.
///
/// @param bytes size of the file
public record EntryFile(Path path, int rows, long bytes) {

    /// @param packs folder whose city pack names the units
    public static EntryFile write(Path path, long seed, int rows, String prefix, Path packs) throws IOException {
        var units = CityUnits.ofKinds(packs, List.of("street", "town"));
        try (var writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                var entries = Entry.random(seed, rows, prefix, units)) {
            writer.write(String.join(",", Entry.FIELDS));
            writer.write('\n');
            for (var entry : (Iterable<Entry>) entries::iterator) {
                writer.write(entry.csv());
                writer.write('\n');
            }
        }
        return new EntryFile(path, rows, Files.size(path));
    }
}
