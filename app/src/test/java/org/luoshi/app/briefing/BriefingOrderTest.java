package org.luoshi.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Refusal;
import org.luoshi.briefing.Format;
import org.luoshi.briefing.Subject;

class BriefingOrderTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2025-09-22T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Test
    void nothingSaidMeansTheCitysWeeklyAsPdfAsOfNow() {
        BriefingOrder order = order(Map.of());
        assertThat(order.subject()).isEqualTo(new Subject.City());
        assertThat(order.layout()).hasToString("plan_follow_up.weekly");
        assertThat(order.format()).isEqualTo(Format.PDF);
        assertThat(order.moment(NOW)).isEqualTo(NOW.instant());
    }

    @Test
    void aDayMeansAllThatWasKnownWhenItEnded() {
        assertThat(order(Map.of("--as-of", "2025-09-21")).moment(NOW))
                .isEqualTo(Instant.parse("2025-09-21T15:59:59.999999Z"));
        assertThat(order(Map.of("--as-of", "2025年9月21日")).moment(NOW))
                .isEqualTo(Instant.parse("2025-09-21T15:59:59.999999Z"));
        assertThat(order(Map.of("--as-of", "2025-09-22")).moment(NOW)).isEqualTo(NOW.instant());
        assertThatThrownBy(() -> order(Map.of("--as-of", "2025-09-23")).moment(NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there are no facts yet");
    }

    @Test
    void theFilesEndingGivesTheFormat() {
        assertThat(order(Map.of("--out", "a/b.docx")).format()).isEqualTo(Format.DOCX);
        assertThat(order(Map.of("--out", "a/b.docx", "--format", "xlsx")).format()).isEqualTo(Format.XLSX);
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> order(Map.of("--unit", "a", "--focus", "b"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> order(Map.of("--as-of", "yesterday"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> order(Map.of("--format", "odt"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> order(Map.of("--lang", "fr"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> order(Map.of("--layout", "a.b.c"))).isInstanceOf(Refusal.class);
    }

    private static BriefingOrder order(Map<String, String> options) {
        return BriefingOrder.read(new Arguments(List.of(), Set.of(), options));
    }
}
