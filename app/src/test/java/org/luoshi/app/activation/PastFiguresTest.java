package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Units;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.Figures;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.luoshi.web.shell.Theme;

/// A page of a past moment shows the indicators of that moment, whatever the packs declare now.
class PastFiguresTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Town town;
    private final Edition first = Edition.first();

    @BeforeEach
    void open() {
        town = new Town(folder);
        town.use(first);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anIndicatorThatCameLaterIsNotShownOfAMomentBefore() {
        town.project("A", "north", "2025-02-10", Map.of("jobs", 30L));
        Instant before = town.moment();
        town.use(first.with("jobs", Edition.indicator("sum(project.jobs)", "人", "to_date")));
        town.indicators().refresh();
        assertThat(figures(before)).containsExactly("/explain/city.starts/north/2025-06 1");
        assertThat(figures(null))
                .containsExactlyInAnyOrder("/explain/city.jobs/north/2025-06 30", "/explain/city.starts/north/2025-06 1");
        Indicator jobs = town.indicators().find(QualifiedId.parse("city.jobs")).orElseThrow();
        assertThat(town.context().get(Figures.class).of(List.of(jobs), "north", shell(before))).isEmpty();
    }

    @Test
    void anIndicatorThatHasGoneIsShownOfTheTimeWhenItWasThere() {
        town.project("A", "north", "2025-02-10", Map.of());
        Instant before = town.moment();
        town.use(first.without("indicators/starts.yaml")
                .file("plan/focus/industry.yaml", Edition.focus("6").replace("indicator: starts", "indicator: others"))
                .with("others", Edition.indicator("count(project) * 10", "个", "to_date")));
        assertThat(figures(before)).containsExactly("/explain/city.starts/north/2025-06 1");
    }

    private List<String> figures(@Nullable Instant asOf) {
        Unit north = town.context().get(Units.class).find("north").orElseThrow();
        return town.context().get(Figures.class).of(north, shell(asOf)).stream()
                .map((FigureTile tile) -> tile.href() + " " + tile.value())
                .toList();
    }

    private Shell shell(@Nullable Instant asOf) {
        return new Shell(
                new Messages(),
                Language.EN,
                Theme.LIGHT,
                null,
                asOf == null ? AsOf.PRESENT : new AsOf("2025-06-15", asOf),
                new Address("/units/north", Map.of()),
                null,
                false,
                town.clock.instant(),
                ZONE,
                "0");
    }
}
