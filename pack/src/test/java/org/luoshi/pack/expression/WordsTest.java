package org.luoshi.pack.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;

class WordsTest {

    private static final Words WORDS = new Words(
            id -> Map.of(Park.PROJECT.id(), Park.PROJECT, Park.PARK.id(), Park.PARK).get(id), id -> Text.same(id.name()));

    @Test
    void anAggregateWithItsCondition() {
        Text said = facts("count(project, project.stage >= 'signed' && project.open == true)");
        assertThat(said.zh()).isEqualTo("满足“【stage】不低于‘签约’，且 【open】”的项目数");
        assertThat(said.en()).isEqualTo("number of projects where stage is at least “Signed” and open");
    }

    @Test
    void figuresCarryTheirUnits() {
        Text said = record("project.investment >= quantity('2', '亿元') || project.signed_on == null");
        assertThat(said.en()).isEqualTo("investment is at least 20000 ten thousand yuan or signed on is missing");
    }

    @Test
    void aReferenceIsFollowedInWords() {
        assertThat(record("project.park.area > quantity('10', '亩')").zh()).isEqualTo("【park】的【area】大于10亩");
    }

    @Test
    void parenthesesStandOnlyWhereTheyMatter() {
        assertThat(record("(project.open || project.code == 'a') && project.jobs > 0").en())
                .isEqualTo("(project.open or code is “a”) and jobs is above 0".replace("project.open", "open"));
    }

    private static Text facts(String source) {
        return say(source, Scope.facts(Park.NAMES, Park.unit("个")));
    }

    private static Text record(String source) {
        return say(source, Scope.record(Park.NAMES, Park.PROJECT));
    }

    private static Text say(String source, Scope scope) {
        return WORDS.of(ExpressionChecker.check(source, Span.of("x", 1, 1, 1), scope, mistake -> {
                    throw new AssertionError(mistake);
                })
                .orElseThrow());
    }
}
