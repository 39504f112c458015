package org.luoshi.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.Plans;
import org.luoshi.register.WriteResult;

/// The whole loop on the real packs: a fact, its figure, the status it makes, the briefing that tells it.
class FactToBriefingTest {

    private static final String COMMITMENT = "chenghua_start_projects";
    private static final Subject CHENGHUA = new Subject.OfUnit("chenghua");

    private final CityHall hall = new CityHall();
    private final Plans plans = hall.context.get(Plans.class);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void oneProjectRecordChangesFigureStatusAndNextBriefingAndYesterdayStaysAsItWas() {
        hall.accept(COMMITMENT, "m1", "chenghua", "2025-01-20");
        hall.accept(COMMITMENT, "m2", "chenghua", "2025-06-20");
        for (int i = 1; i <= 83; i++) project(i, "permit");
        long ceremony = project(84, "ceremony");
        hall.clock.advance(Duration.ofHours(1));
        plans.settle(); // as a running server has: every day up to today is judged
        Instant yesterday = hall.clock.instant();
        Seen before = seen(yesterday);
        assertThat(before.figure()).isEqualByComparingTo("83");
        assertThat(before.status()).isEqualTo(Status.AT_RISK);

        hall.clock.advance(Duration.ofDays(1));
        Seen unchanged = seen(null);
        assertThat(List.of(unchanged.figure(), unchanged.status())).isEqualTo(List.of(before.figure(), before.status()));
        WriteResult result = hall.registers.of(QualifiedId.parse("parks.project"))
                .update(ceremony, 1, Map.of("start_evidence", "permit"), Viewer.system());
        assertThat(result).isInstanceOf(WriteResult.Written.class);

        Seen after = seen(null);
        assertThat(after.figure()).isEqualByComparingTo("84");
        assertThat(after.status()).as(after.reason()).isEqualTo(Status.ON_PATH);
        assertThat(after.reason()).contains("完成 84 个").doesNotContain("83");
        assertThat(unchanged.briefing()).contains("滞后").doesNotContain("完成 84 个");
        assertThat(after.briefing()).isNotEqualTo(unchanged.briefing());
        assertThat(words(after.briefing())).contains("84");

        Seen again = seen(yesterday);
        assertThat(again).isEqualTo(before);
        assertThat(again.briefing().getBytes(StandardCharsets.UTF_8)).isEqualTo(before.briefing().getBytes(StandardCharsets.UTF_8));
    }

    private record Seen(BigDecimal figure, Status status, String reason, String briefing) {}

    /// @param asOf null for now
    private Seen seen(@Nullable Instant asOf) {
        CommitmentView view = plans.commitment(COMMITMENT, asOf, hall.office).orElseThrow();
        Instant moment = asOf == null ? hall.clock.instant() : asOf;
        Briefing briefing =
                hall.briefings.compose(hall.layout("weekly"), CHENGHUA, moment, hall.office).briefing();
        return new Seen(
                Objects.requireNonNull(view.assessment().actual()).value(),
                view.assessment().status(),
                view.assessment().reason().zh(),
                new String(Print.of(briefing, null, Language.ZH, Format.HTML).bytes(), StandardCharsets.UTF_8));
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", "");
    }

    private long project(int number, String evidence) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", "SYN-" + number);
        values.put("name", "合成项目" + number);
        values.put("district", "chenghua");
        values.put("programme", "start");
        values.put("stage", "started");
        values.put("started_on", LocalDate.of(2025, 8, 15));
        values.put("start_evidence", evidence);
        return hall.write("parks.project", values);
    }
}
