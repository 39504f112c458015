package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.plan.NotJudgeable;
import org.luoshi.register.Departed;
import org.luoshi.register.ListRequest;
import org.luoshi.register.PacksThen;
import org.luoshi.register.Register;

/// Reading as of a moment goes by the packs of that moment.
class PastPacksTest {

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
    void aFigureOfAPastMomentIsComputedByTheFormulaOfThen() {
        town.project("A", "north", "2025-02-10", Map.of("investment", new BigDecimal("100")));
        town.project("B", "north", "2025-03-10", Map.of("investment", new BigDecimal("7")));
        Instant before = town.moment();
        town.use(first.with(
                "starts", Edition.indicator("count(project, project.investment > quantity('50', '万元'))", "个", "to_date")));
        assertThat(town.value("starts", "north", "2025-05", null)).isEqualTo("1");
        assertThat(town.value("starts", "north", "2025-05", before)).isEqualTo("2");
        var then = town.indicators()
                .explain(
                        ExplainRequest.of(
                                QualifiedId.parse("city.starts"), "north", Period.parse("2025-05"), before, 10),
                        Viewer.system());
        assertThat(then.formula().en()).contains("Started");
        assertThat(then.rows()).hasSize(2);
    }

    @Test
    void aStatusOfAPastMomentIsJudgedByTheRuleOfThenOnThePlanOfThen() {
        for (int i = 1; i <= 4; i++) town.project("P" + i, "north", "2025-0" + i + "-10", Map.of());
        Instant before = town.moment();
        var shown = town.commitment(null).assessment();
        town.use(first.file("statuses/rule.yaml", Edition.rule("0.9")));
        assertThat(shown.status()).isEqualTo(Status.ON_PATH);
        assertThat(town.commitment(null).assessment().status()).isEqualTo(Status.BEHIND);
        assertThat(town.commitment(before).assessment()).isEqualTo(shown);
        Instant between = town.moment();
        town.use(first.file("plan/focus/industry.yaml", Edition.focus("6")));
        assertThat(town.commitment(null).assessment().status()).isEqualTo(Status.ON_PATH);
        assertThat(town.commitment(between).assessment().status()).isEqualTo(Status.BEHIND);
    }

    @Test
    void anIndicatorThatIsGoneOrNotYetThereIsFoundByItsTime() {
        QualifiedId jobs = QualifiedId.parse("city.jobs");
        Instant before = town.moment();
        town.use(first.with("jobs", Edition.indicator("sum(project.jobs)", "人", "to_date")));
        town.project("A", "north", "2025-02-10", Map.of("jobs", 30L));
        Instant during = town.moment();
        town.use(first);
        assertThat(town.indicators().find(jobs)).isEmpty();
        assertThat(town.indicators().find(jobs, before)).isEmpty();
        assertThat(town.value("jobs", "city", "2025-05", during)).isEqualTo("30");
        Instant after = town.moment();
        town.use(first.with("jobs", Edition.indicator("sum(project.jobs) + quantity('1', '人')", "人", "to_date")));
        assertThat(town.value("jobs", "city", "2025-05", null)).isEqualTo("31");
        assertThat(town.value("jobs", "city", "2025-05", during)).isEqualTo("30");
        assertThat(town.indicators().find(jobs, after)).isEmpty();
    }

    /// Another one is dropped afterwards, records change meanwhile: what was shown before stays computable.
    @Test
    void aFormulaOverAFieldThatALaterPackRemovedStillComputesItsTime() {
        Edition withJobs = first.with("jobs", Edition.indicator("sum(project.jobs)", "人", "to_date"));
        town.use(withJobs);
        long id = town.project("A", "north", "2025-02-10", Map.of("jobs", 30L));
        town.project("B", "south", "2025-03-10", Map.of("jobs", 5L));
        Instant before = town.moment();
        Edition without = first.file("entities/project.yaml", Edition.entity("""
                  investment: { type: decimal, digits: 12, decimals: 2, unit: 万元, title: { zh: 投资, en: Investment } }
                """));
        town.use(without, "city.project.jobs");
        town.update(id, Map.of("district", "south"));
        Register then = town.registers().of(Town.PROJECT, before);
        assertThat(then.find(id, before, Viewer.system()).orElseThrow().values())
                .containsEntry("jobs", 30L)
                .containsEntry("district", "north");
        assertThat(then.list(ListRequest.first(10).asOf(before), Viewer.system()).rows()).hasSize(2);
        assertThat(town.value("jobs", "city", "2025-05", before)).isEqualTo("35");
        assertThat(town.value("jobs", "north", "2025-05", before)).isEqualTo("30");
        assertThat(town.registers().departed()).extracting(Departed::name, Departed::values)
                .containsExactly(Tuple.tuple("city.project.jobs", 3L));

        town.forget("city.project.jobs");
        assertThat(town.value("jobs", "city", "2025-05", before)).isNull();
        assertThat(town.indicators().obstacle(QualifiedId.parse("city.jobs"), before).orElseThrow().en())
                .startsWith("city.project.jobs, which the formula needs, was erased");
        assertThat(town.value("starts", "city", "2025-05", before)).isEqualTo("2");
        assertThat(town.registers().departed()).isEmpty();
    }

    @Test
    void aRegisterThatIsGoneIsReadByItsTime() {
        long id = town.project("A", "north", "2025-02-10", Map.of("jobs", 30L));
        Instant before = town.moment();
        Edition other = first.without("entities/project.yaml")
                .file("entities/works.yaml", Edition.entity(""))
                .with("starts", Edition.indicator("count(works)", "个", "to_date"));
        town.use(other, "city.project");
        assertThat(town.value("starts", "north", "2025-05", null)).isEqualTo("0");
        assertThat(town.value("starts", "north", "2025-05", before)).isEqualTo("1");
        Register then = town.registers().of(Town.PROJECT, before);
        assertThat(then.find(id, before, Viewer.system()).orElseThrow().values()).containsEntry("jobs", 30L);
        assertThat(then.history(id, Viewer.system())).hasSize(1);
        town.use(first, "city.works");
        assertThat(town.value("starts", "north", "2025-05", null)).isEqualTo("0");
        assertThat(town.project("A", "north", "2025-02-10", Map.of())).isGreaterThan(id);
        assertThat(town.value("starts", "north", "2025-05", before)).isEqualTo("1");
        town.forget("city.project");
        assertThat(town.value("starts", "north", "2025-05", before)).isNull();
        assertThat(town.value("starts", "north", "2025-05", null)).isEqualTo("1");
        assertThat(then.list(ListRequest.first(10).asOf(before), Viewer.system()).rows()).isEmpty();
    }

    @Test
    void aRestartedProgramCompilesThePacksOfThenFromTheirKeptFiles() {
        town.project("A", "north", "2025-02-10", Map.of("investment", new BigDecimal("100")));
        Instant before = town.moment();
        Edition second = first.with("starts", Edition.indicator("count(project) * 10", "个", "to_date"));
        town.use(second);
        try (Town again = town.restarted(second)) {
            assertThat(again.value("starts", "north", "2025-05", null)).isEqualTo("10");
            assertThat(again.value("starts", "north", "2025-05", before)).isEqualTo("1");
            PacksThen then = again.registers().packsThen(before);
            assertThat(then.shortfall()).isNull();
            assertThat(then.packs().packs().getFirst().digest())
                    .isEqualTo(town.compiled(first).packs().getFirst().digest());
        }
    }

    /// As in a database from before files were kept.
    @Test
    void packsThatWereNotKeptAreSaidToBeMissing() {
        town.project("A", "north", "2025-02-10", Map.of());
        Instant before = town.moment();
        Edition second = first.with("starts", Edition.indicator("count(project) * 10", "个", "to_date"));
        town.use(second);
        town.context().sql().execute("delete from luoshi.pack_version_file where digest = (select digest from luoshi.pack_in_force order by known_at limit 1)");
        try (Town again = town.restarted(second)) {
            PacksThen then = again.registers().packsThen(before);
            assertThat(then.shortfall().en()).startsWith("The packs in force then (city 1.0.0) were not kept");
            assertThat(again.value("starts", "north", "2025-05", before)).isEqualTo("10");
        }
    }

    @Test
    void aPlanOfThenWhosePacksAreLostAndThatTodaysCannotJudgeIsSaidToBeSo() {
        Instant before = town.moment();
        Edition second = first.without("statuses/rule.yaml")
                .file("statuses/other.yaml", Edition.rule("0.9"))
                .file("plan/plan.yaml", first.files().get("plan/plan.yaml").replace("status_rule: rule", "status_rule: other"));
        town.use(second);
        town.context().sql().execute("delete from luoshi.pack_version_file where digest = (select digest from luoshi.pack_in_force order by known_at limit 1)");
        try (Town again = town.restarted(second)) {
            assertThat(again.commitment(null).assessment()).isNotNull();
            assertThatThrownBy(() -> again.commitment(before))
                    .isInstanceOfSatisfying(NotJudgeable.class, lost -> assertThat(lost.reason().en()).contains("city.rule"));
            assertThatThrownBy(() -> again.plans().overview(before, again.analyst)).isInstanceOf(NotJudgeable.class);
        }
    }

    @Test
    void aFileThatDoesNotChangeIsKeptOnce() {
        int files = town.context().sql().fetchCount(org.jooq.impl.DSL.table("luoshi.pack_file"));
        town.use(first.file("statuses/rule.yaml", Edition.rule("0.9")));
        town.use(first);
        assertThat(town.context().sql().fetchCount(org.jooq.impl.DSL.table("luoshi.pack_file"))).isEqualTo(files + 1);
        assertThat(town.registers().packTimeline()).hasSize(3);
    }
}
