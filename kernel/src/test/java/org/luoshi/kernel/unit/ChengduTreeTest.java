package org.luoshi.kernel.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.SharedFolder;
import org.luoshi.kernel.text.Text;

/// Chengdu's five-level tree of 2016-07-31 from Vonng/adcode: for scale, not as today's truth.
class ChengduTreeTest {

    private static final LocalDate DAY = LocalDate.of(2016, 7, 31);
    private static final Map<String, UnitKind> KINDS = Map.of(
            "city", UnitKind.CITY,
            "county", UnitKind.DISTRICT,
            "town", UnitKind.TOWN,
            "village", UnitKind.INSTITUTION);

    private static final List<Unit> UNITS = new ArrayList<>();
    private static final List<UnitParent> PARENTS = new ArrayList<>();

    @BeforeAll
    static void readRegions() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.data("regions"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("5101\\d\\d\\.csv")).toList())
                for (String line : Files.readAllLines(file)) read(line.split(","));
        }
    }

    private static void read(String[] row) {
        Text name = Text.same(row[2]);
        UnitCode code = new UnitCode("stats", "2016", row[0]);
        UNITS.add(new Unit(row[0], KINDS.get(row[3]), name, name, Validity.ALWAYS, List.of(code), "Vonng/adcode"));
        if (!row[3].equals("city")) PARENTS.add(new UnitParent(row[0], row[1], Basis.ADMINISTRATIVE, Validity.ALWAYS));
    }

    @Test
    void holdsEveryNode() {
        UnitTree tree = new UnitTree(UNITS, PARENTS);
        assertThat(tree.subtree("510100000000", Basis.ADMINISTRATIVE, DAY)).hasSize(4742);
        assertThat(tree.roots(Basis.ADMINISTRATIVE, DAY)).extracting(Unit::id).containsExactly("510100000000");
        assertThat(tree.children("510100000000", Basis.ADMINISTRATIVE, DAY)).hasSize(21);
    }

    @Test
    void theClosureHasOneRowForEachLevel() {
        assertThat(new UnitTree(UNITS, PARENTS).closure(Basis.ADMINISTRATIVE))
                .hasSize(1 + 2 * 21 + 3 * 375 + 4 * 4345)
                .filteredOn(row -> row.depth() == 3)
                .allSatisfy(row -> assertThat(row.ancestor()).isEqualTo("510100000000"));
    }
}
