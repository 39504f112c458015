package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.process.Hall.done;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;

/// Projects that are reviewed by one authority after another, and by two at once.
class ReviewOfProjectsTest {

    private static final PackSet PACKS = PackCompiler.compile(List.of(
                    Path.of("..", "packs", "chengdu"),
                    Path.of("..", "packs", "hazchem_review"),
                    Path.of("..", "packs", "low_carbon_channel")))
            .packs()
            .orElseThrow();
    private static final QualifiedId REVIEW = new QualifiedId("hazchem_review", "project_review");
    private static final QualifiedId CHANNEL = new QualifiedId("low_carbon_channel", "channel");

    private final Hall hall = new Hall("2026-04-28T10:00", PACKS);

    @AfterEach
    void close() {
        hall.close();
    }

    private CaseFile applied() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", "合成装置",
                "nature", "new_built",
                "district", "chenghua",
                "in_park", "true",
                "enterprise", "合成企业",
                "contact", "合成人物",
                "phone", "00000000000",
                "evaluator", "合成评价机构",
                "first_in_china", "false",
                "people_500m", "40"));
        typed.putAll(Map.of("q_chlorine", "20", "q_ammonia", "30"));
        return done(hall.cases.apply(REVIEW, typed, hall.enterprise));
    }

    private CaseFile passed(CaseFile file) {
        done(hall.act(file, "accept", Map.of(), hall.clerk));
        return done(hall.act(
                file, "pass", Map.of("site_officers", "2", "condition_opinion", "合成意见 1 号"), hall.rescuer));
    }

    private CaseFile designed() {
        CaseFile file = passed(applied());
        done(hall.act(file, "submit", Map.of("designer", "合成设计院"), hall.enterprise));
        return done(hall.act(file, "pass", Map.of("design_opinion", "合成设计 1 号"), hall.rescuer));
    }

    private @Nullable Object fact(CaseFile file, String field) {
        return hall.registers
                .entrusted(new QualifiedId("hazchem_review", "project_review_case"))
                .find(file.row(), null)
                .orElseThrow()
                .value(field);
    }

    @Test
    void theLevelOfAMajorHazardIsDecidedByTheTableAndTheRuleIsShown() {
        CaseFile file = applied();
        // S = 20/5 + 30/10 = 7, R = 1.2 × (4 × 4 + 2 × 3) = 26.4
        assertThat(hall.view(file).content().value("hazard_level")).isEqualTo("level_3");
        assertThat(hall.view(file).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.rules()).containsExactly(3);
            assertThat((BigDecimal) decision.inputs().get("s")).isEqualByComparingTo("7");
            assertThat((BigDecimal) decision.inputs().get("r")).isEqualByComparingTo("26.4");
            assertThat(decision.reasons()).extracting(Text::en).containsExactly("R is from 10 to below 50");
        });
        done(hall.cases.act(
                hall.task(file, hall.clerk), "supplement", Map.of(), "补正数量",
                new WrittenNotice("补正 1 号", LocalDate.of(2026, 4, 28), null), hall.clerk));
        done(hall.act(file, "submit", Map.of("q_chlorine", "60", "people_500m", "120"), hall.enterprise));
        // S = 15, R = 2 × (48 + 6) = 108
        assertThat(hall.view(file).content().value("hazard_level")).isEqualTo("level_1");
        assertThat(hall.view(file).decisions()).hasSize(2);
    }

    @Test
    void aReportReceivedBeforeTheNewLawKeepsTheOldLimit() {
        CaseFile file = applied();
        // 45 days after 28 April
        assertThat(fact(file, "condition_due_on")).isEqualTo(LocalDate.of(2026, 6, 12));
    }

    @Test
    void aReportReceivedUnderTheNewLawHasTwentyWorkingDaysAndTheRegisterOneMeasure() {
        hall.clock.day("2026-05-06");
        CaseFile file = applied();
        // 9 May is a Saturday that is worked
        assertThat(fact(file, "condition_due_on")).isEqualTo(LocalDate.of(2026, 6, 2));
        done(hall.act(file, "accept", Map.of(), hall.clerk));
        hall.clock.day("2026-06-04");
        done(hall.act(file, "pass", Map.of("site_officers", "2", "condition_opinion", "合成意见 1 号"), hall.rescuer));
        // in natural days, though this limit counts working days
        assertThat(fact(file, "condition_net_days")).isEqualTo(29L);
        assertThat(fact(file, "condition_days_late")).isEqualTo(2L);
    }

    @Test
    void anOpinionThatIsNotUsedLapses() {
        CaseFile file = passed(applied());
        hall.clock.moveTo(LocalDateTime.parse("2028-04-27T20:00").atZone(Processes.ZONE).toInstant());
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        hall.clock.moveTo(LocalDateTime.parse("2028-04-28T00:10").atZone(Processes.ZONE).toInstant());
        assertThat(hall.context.get(Deadlines.class).run()).isOne();
        assertThat(hall.view(file).file().outcome()).isEqualTo("opinion_lapsed");
    }

    @Test
    void eachChangeOfTheDesignComesBackForReviewWithALimitOfItsOwn() {
        CaseFile file = designed();
        done(hall.act(file, "change", Map.of("change", "储罐由两台改为三台"), hall.enterprise));
        assertThat(hall.view(file).at()).containsExactly("change_review");
        assertThat(fact(file, "changed_started_on")).isEqualTo(LocalDate.of(2026, 4, 28));
        done(hall.act(file, "pass", Map.of("change_opinion", "合成变更 1 号"), hall.rescuer));
        assertThat(hall.view(file).at()).containsExactly("build");
        hall.clock.day("2026-07-01");
        done(hall.act(file, "change", Map.of("change", "再改"), hall.enterprise));
        assertThat(hall.view(file).at()).containsExactly("change_review");
        assertThat(fact(file, "changed_started_on")).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(fact(file, "changed_ended_on")).isNull();
        assertThat(fact(file, "changed_runs")).isEqualTo(2L);
        assertThat(fact(file, "changed_net_days")).isEqualTo(0L);
    }

    @Test
    void theEnvironmentAndTheDistrictDecideSideBySide() {
        Map<String, String> typed = Map.of(
                "title", "合成项目",
                "industry", "solar",
                "two_high", "false",
                "district", "chenghua",
                "enterprise", "合成企业",
                "contact", "合成人物",
                "phone", "00000000000");
        CaseFile file = done(hall.cases.apply(CHANNEL, typed, hall.enterprise));
        done(hall.act(file, "form", Map.of(), hall.officer));
        assertThat(hall.view(file).at()).containsExactlyInAnyOrder("form_decision", "coordinate");
        Map<String, String> refusal =
                Map.of("eia_result", "refused", "eia_document", "合成环审 1 号", "eia_ground", "measures");
        done(hall.act(file, "decide", refusal, hall.officer));
        assertThat(hall.view(file).at()).containsExactly("coordinate");
        CaseFile ended = done(hall.act(file, "settled", Map.of("coordination", "合成：已落实"), hall.clerk));
        assertThat(ended.outcome()).isEqualTo("not_approved");
    }
}
