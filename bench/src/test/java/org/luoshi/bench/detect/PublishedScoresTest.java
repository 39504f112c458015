package org.luoshi.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Holds what detection has reached; skipped where the public data are absent.
class PublishedScoresTest {

    @Test
    void nabStaysAbove70() throws IOException {
        NabRun run = NabRun.over(data("nab"));
        assertThat(run.series()).hasSize(58);
        assertThat(NabScore.windows(run.series())).isEqualTo(116);
        assertThat(run.standard()).isGreaterThan(70);
    }

    @Test
    void batadalStaysAbove093AlsoWhereTheAttackIsHeldOut() throws IOException {
        BatadalRun run = BatadalRun.over(data("water-batadal"));
        assertThat(run.marked()).containsExactly(219, 219);
        assertThat(run.tuned().score().total()).isGreaterThan(0.94);
        assertThat(run.heldOut().total()).isGreaterThan(0.93);
        assertThat(run.falseAlarms()).isLessThan(0.01);
    }

    private static Path data(String name) {
        Optional<Path> folder = PublicSet.find(Path.of(""), name);
        assumeTrue(folder.isPresent(), () -> "no shared/data/" + name + " in any folder above");
        return folder.orElseThrow();
    }
}
