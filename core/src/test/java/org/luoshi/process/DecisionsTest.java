package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

class DecisionsTest {

    private static final QualifiedId RATED = new QualifiedId("rated", "rated");

    private final Hall hall =
            new Hall("2025-03-03T09:00", Hall.compiledWith(Path.of("src", "test", "resources", "packs", "rated")));

    @AfterEach
    void close() {
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        hall.close();
    }

    @Test
    void aTableDecidesTheWayAndItsRuleStaysWithTheCase() {
        CaseFile file = apply(Map.of("pieces", "7", "phone", "13800000000"));
        CaseView view = hall.view(file, hall.clerk);
        assertThat(view.at()).containsExactly("check");
        assertThat(view.content().value("level")).isEqualTo("high");
        assertThat(view.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.rules()).containsExactly(2);
            assertThat(decision.answers()).containsExactly(Map.of("level", "high"));
            assertThat(decision.reasons()).containsExactly(new Text("五件以上", "Five pieces or more"));
            // what is computed of personal data is not kept where pages show it
            assertThat(decision.inputs()).isEqualTo(Map.of("pieces", 7L));
        });
        assertThat(view.events()).extracting(CaseEvent::kind).containsExactly(EventKind.APPLIED, EventKind.DECIDED);
    }

    @Test
    void whatIsDecidedAgainIsKeptBesideWhatWasDecidedBefore() {
        CaseFile file = apply(Map.of("pieces", "7"));
        Hall.done(hall.act(file, "pass", Map.of("pieces", "4"), hall.clerk));
        CaseView view = hall.view(file, hall.clerk);
        assertThat(view.at()).containsExactly("handle");
        assertThat(view.content().value("level")).isEqualTo("low");
        assertThat(view.decisions()).extracting(CaseDecision::rules).containsExactly(List.of(2), List.of(1));
    }

    @Test
    void whatATableLacksIsAskedForAndNothingIsWritten() {
        CaseResult result = hall.cases.apply(RATED, Map.of("title", "合成", "district", "chenghua"), hall.enterprise);
        assertThat(result).isInstanceOfSatisfying(CaseResult.Refused.class, refused -> assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("pieces");
                    assertThat(error.text().zh()).contains("件数");
                }));
        assertThat(hall.cases.applied(null, 200, hall.enterprise)).isEmpty();
    }

    private CaseFile apply(Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of("title", "合成申请", "district", "chenghua"));
        typed.putAll(more);
        return Hall.done(hall.cases.apply(RATED, typed, hall.enterprise));
    }
}
