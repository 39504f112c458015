package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// New packs mark the figures they touch, in the transaction that brings them into force.
class AdoptionTest {

    private static final QualifiedId STARTS = QualifiedId.parse("city.starts");

    @TempDir
    Path folder;

    private Town town;
    private final Edition first = Edition.first()
            .with("jobs", Edition.indicator("sum(project.jobs)", "人", "to_date"))
            .with("ratio", derived("starts * 2"));

    @BeforeEach
    void open() {
        town = new Town(folder);
        town.use(first);
        town.project("A", "lane", "2025-02-10", Map.of("investment", new BigDecimal("100"), "jobs", 7L));
        town.indicators().refresh();
        town.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        town.indicators().refresh();
        assertThat(town.indicators().verify()).isEmpty();
        town.close();
    }

    @Test
    void anotherFormulaMarksItsIndicatorAlone() {
        // the same sums, put together otherwise
        bringIntoForce(first.with("jobs", Edition.indicator("sum(project.jobs) * 2", "人", "to_date")));
        assertThat(marks()).containsExactly("indicator city.jobs");
        assertThat(stale("starts", "city")).isFalse();
        assertThat(stale("jobs", "city")).isTrue();
        assertThat(town.value("jobs", "city", "2025-05", null)).isEqualTo("14");
    }

    @Test
    void whatIsDerivedFromAMarkedIndicatorIsStaleToo() {
        bringIntoForce(first.with("starts", Edition.indicator("count(project, project.stage == 'started') * 2", "个", "to_date")));
        assertThat(marks()).containsExactly("indicator city.starts");
        assertThat(stale("ratio", "north")).isTrue();
        assertThat(stale("jobs", "north")).isFalse();
        assertThat(town.value("ratio", "north", "2025-05", null)).isEqualTo("4");
    }

    @Test
    void aSumThatNobodyMadeYetMarksItsSource() {
        bringIntoForce(first.with("money", Edition.indicator("sum(project.investment)", "万元", "to_date")));
        assertThat(marks()).hasSize(2).contains("indicator city.money").anyMatch(mark -> mark.startsWith("source city.project"));
        assertThat(town.value("money", "city", "2025-05", null)).isEqualTo("100");
    }

    @Test
    void anotherTreeMarksTheUnitsItTouchesFromTheDayItTouchesThem() {
        bringIntoForce(first.laneOf("south", "2025-04-10", "north"));
        assertThat(marks()).containsExactlyInAnyOrder("unit north from 2025-03-01", "unit south from 2025-03-01");
        assertThat(stale("starts", "north")).isTrue();
        assertThat(stale("starts", "city")).isFalse();
        assertThat(town.indicators().cell(STARTS, "south", Period.parse("2025-02"), null).stale()).isFalse();
        assertThat(town.indicators().cell(STARTS, "south", Period.parse("2025-03"), null).stale()).isTrue();
        assertThat(town.value("starts", "south", "2025-03", null)).isEqualTo("1");
        assertThat(town.value("starts", "south", "2025-04", null)).isEqualTo("0");
        assertThat(town.value("starts", "north", "2025-04", null)).isEqualTo("1");
    }

    @Test
    void whatIsNoFormulaMarksNothing() {
        bringIntoForce(first.file("statuses/rule.yaml", Edition.rule("0.9"))
                .file("plan/focus/industry.yaml", Edition.focus("20"))
                .file("entities/project.yaml", first.files().get("entities/project.yaml")
                        + "  area: { type: decimal, digits: 9, decimals: 1, unit: m2, title: { zh: 面积, en: Area } }\n"));
        assertThat(marks()).isEmpty();
        assertThat(stale("starts", "city")).isFalse();
    }

    /// The program ends between the activation and the recomputation.
    @Test
    void aCrashAfterTheActivationLeavesCellsThatKnowTheyAreStale() {
        Edition second = first.with("starts", Edition.indicator("count(project) * 10", "个", "to_date"));
        bringIntoForce(second);
        try (Town again = town.restarted(second)) {
            assertThat(again.indicators().cell(STARTS, "north", Period.parse("2025-05"), null).stale()).isTrue();
            assertThat(again.value("starts", "north", "2025-05", null)).isEqualTo("10");
            assertThat(again.indicators().verify()).isEmpty();
        }
    }

    /// The program ends before the activation is committed.
    @Test
    void aCrashWithinTheActivationLeavesTheOldPacksAndTheirCells() {
        var packs = town.compiled(first.without("indicators/ratio.yaml")
                .with("starts", Edition.indicator("count(project) * 10", "个", "to_date")));
        assertThatThrownBy(() -> town.context().transaction().executeWithoutResult(status -> {
                    town.activation().bringIntoForce(packs);
                    throw new IllegalStateException("as if the power went");
                }))
                .hasMessage("as if the power went");
        try (Town again = town.restarted(first)) {
            assertThat(marks()).isEmpty();
            assertThat(again.indicators().cell(STARTS, "north", Period.parse("2025-05"), null).stale()).isFalse();
            assertThat(again.value("starts", "north", "2025-05", null)).isEqualTo("1");
            assertThat(again.value("ratio", "north", "2025-05", null)).isEqualTo("2");
        }
        town.use(first);
    }

    @Test
    void anIndicatorThatComesBackIsComputedAnew() {
        town.use(first.without("indicators/jobs.yaml"));
        town.project("B", "south", "2025-02-10", Map.of("jobs", 5L));
        town.use(first);
        assertThat(town.value("jobs", "city", "2025-05", null)).isEqualTo("12");
    }

    private void bringIntoForce(Edition edition) {
        var packs = town.compiled(edition);
        town.context().transaction().executeWithoutResult(status -> town.activation().bringIntoForce(packs));
    }

    private boolean stale(String indicator, String unit) {
        return town.indicators()
                .cell(new QualifiedId("city", indicator), unit, Period.parse("2025-05"), null)
                .stale();
    }

    private List<String> marks() {
        return town.context()
                .sql()
                .fetch("select coalesce('source ' || source, 'indicator ' || indicator, 'unit ' || ancestor || coalesce(' from ' || period, ''))"
                        + " from luoshi.indicator_mark")
                .map(row -> row.get(0, String.class));
    }

    private static String derived(String value) {
        return """
                title: { zh: 推导, en: Derived }
                unit: 个
                direction: up
                per: [city, district, month]
                missing: unknown
                value: %s
                source: { zh: 合成, en: Made up }
                """.formatted(value);
    }
}
