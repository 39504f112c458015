package org.luoshi.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadPacksTest {

    @TempDir
    Path folder;

    @Test
    void aLongPlanTakesThePlaceOfTheCitys() throws IOException {
        var load = LoadPacks.write(Path.of(".."), folder.resolve("packs"), 7, 450);
        assertThat(load.plan().commitments()).hasSize(450);
        assertThat(folder.resolve("packs/bench/entities/entry.yaml")).exists();
        try (var files = Files.list(folder.resolve("packs/chengdu/plan/focus"))) {
            var declared = files.map(LoadPacksTest::text).mapToInt(it -> it.split("      - id: c").length - 1).sum();
            assertThat(declared).isEqualTo(450);
        }
        assertThat(EvidenceFile.write(folder.resolve("evidence.csv"), 7, load.plan())).isBetween(400, 1100);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
