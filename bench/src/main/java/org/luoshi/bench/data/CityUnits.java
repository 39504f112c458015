package org.luoshi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ids of the city pack's units; its table has no quoted fields before `kind`.
final class CityUnits {

    private CityUnits() {}

    static List<String> ofKinds(Path packs, List<String> kinds) throws IOException {
        return Files.readAllLines(packs.resolve("chengdu/units/units.csv")).stream()
                .map(line -> line.split(",", 3))
                .filter(parts -> parts.length == 3 && kinds.contains(parts[1]))
                .map(parts -> parts[0])
                .toList();
    }
}
