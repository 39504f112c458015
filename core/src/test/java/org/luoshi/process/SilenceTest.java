package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.process.Hall.done;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;

/// A sticking point is closed by its reporter's word, or by his silence after he was contacted and the time has passed.
class SilenceTest {

    private static final PackSet PACKS = PackCompiler.compile(
                    List.of(Path.of("..", "packs", "chengdu"), Path.of("..", "packs", "sticking_points")))
            .packs()
            .orElseThrow();
    private static final QualifiedId RESOLVING = new QualifiedId("sticking_points", "resolving");
    private static final QualifiedId POINT = new QualifiedId("sticking_points", "sticking_point");

    /// Arabic with a number and brackets, Hebrew, a flag of two code points and a family of five.
    private static final String MIXED = "بطاقتي مرفوضة (الطابق 3) — כרטיס 🇨🇳 👩‍👩‍👧";

    private final Hall hall = new Hall("2025-03-03T10:00", PACKS);

    @AfterEach
    void close() {
        hall.close();
    }

    private CaseFile reported() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", MIXED,
                "language", "ar",
                "detail", MIXED,
                "scene", "payment",
                "reporter_kind", "person",
                "place", "chenghua",
                "contact", "合成人物",
                "reach", "00000000000"));
        return done(hall.cases.apply(RESOLVING, typed, hall.enterprise));
    }

    private CaseFile resolved(CaseFile file) {
        done(hall.act(file, "resolve", Map.of("resolution", "合成：已换终端"), hall.officer));
        return done(hall.act(
                file, "contacted", Map.of("contacted_on", today(), "contact_way", "message"), hall.clerk));
    }

    private String today() {
        return LocalDate.ofInstant(hall.clock.instant(), Processes.ZONE).toString();
    }

    private CaseFile accepted() {
        CaseFile file = reported();
        return done(hall.act(file, "accept", Map.of("summary", "合成摘要", "lead", "ecology_bureau"), hall.clerk));
    }

    private CaseFile contacted() {
        return resolved(accepted());
    }

    @Test
    void whatWasReportedIsKeptAsItWasWritten() {
        CaseFile file = reported();
        assertThat(hall.view(file).content().value("title")).isEqualTo(MIXED);
        assertThat(file.title()).isEqualTo(MIXED);
        assertThat(hall.registers.of(POINT).show("detail", hall.view(file).content().value("detail"), Language.ZH, Map.of()))
                .isEqualTo(MIXED);
    }

    @Test
    void theReportersWordCloses() {
        CaseFile closed = done(hall.act(contacted(), "agree", Map.of(), hall.enterprise));
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.outcome()).isEqualTo("agreed");
    }

    @Test
    void whoDisagreesHasItOpenedAgain() {
        CaseFile open = done(hall.act(contacted(), "disagree", Map.of(), "还是刷不了", hall.enterprise));
        assertThat(open.state()).isEqualTo(CaseState.RUNNING);
        assertThat(hall.view(open).at()).containsExactly("handle");
        assertThat(done(hall.act(resolved(open), "agree", Map.of(), hall.enterprise)).outcome()).isEqualTo("agreed");
    }

    @Test
    void silenceClosesOnlyAfterTheLastDay() {
        CaseFile file = contacted();
        hall.clock.moveTo(at("2025-03-18T23:00"));
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        hall.clock.moveTo(at("2025-03-19T00:01"));
        assertThat(hall.context.get(Deadlines.class).run()).isOne();
        CaseView closed = hall.view(file);
        assertThat(closed.file().outcome()).isEqualTo("unanswered");
        assertThat(closed.events()).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("lapse");
            assertThat(event.reason()).contains("2025-03-18", "未获答复");
        });
    }

    @Test
    void afterADisagreementSilenceIsCountedAnew() {
        CaseFile file = contacted();
        hall.clock.moveTo(at("2025-03-10T10:00"));
        done(hall.act(file, "disagree", Map.of(), "还是刷不了", hall.enterprise));
        hall.clock.moveTo(at("2025-03-24T10:00"));
        resolved(file);
        // the first 15 days are over, and they are not these
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        assertThat(hall.view(file).clocks().stream()
                        .filter(stand -> stand.clock().definition().id().equals("confirmation"))
                        .map(stand -> stand.run() + " " + stand.reading().due().date() + " " + stand.reading().state().hasEnded()))
                .containsExactly("1 2025-03-18 true", "2 2025-04-08 false");
        hall.clock.moveTo(at("2025-04-09T00:01"));
        assertThat(hall.context.get(Deadlines.class).run()).isOne();
        CaseFile closed = hall.view(file).file();
        assertThat(closed.outcome()).isEqualTo("unanswered");
        var row = hall.registers.entrusted(new QualifiedId("sticking_points", "resolving_case")).find(closed.row(), null).orElseThrow();
        assertThat(row.value("confirmation_runs")).isEqualTo(2L);
        assertThat(row.value("confirmation_started_on")).isEqualTo(LocalDate.parse("2025-03-24"));
        // 7 days, then all 15 and one more
        assertThat(row.value("confirmation_net_days")).isEqualTo(23L);
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
    }

    @Test
    void withoutAContactNoSilenceCounts() {
        CaseFile file = accepted();
        done(hall.act(file, "resolve", Map.of("resolution", "合成：已换终端"), hall.officer));
        hall.clock.moveTo(at("2025-06-30T09:00"));
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        assertThat(hall.view(file).at()).containsExactly("contact");
    }

    @Test
    void nobodyDoesByHandWhatOnlyTheLimitDoes() {
        CaseResult refused = hall.act(contacted(), "lapse", Map.of(), hall.enterprise);
        assertThat(refused).isInstanceOfSatisfying(CaseResult.Refused.class, r -> assertThat(r.errors())
                .singleElement()
                .satisfies(e -> assertThat(e.text().en()).contains("happens by itself")));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Processes.ZONE).toInstant();
    }
}
