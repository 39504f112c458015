package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.process.Hall.done;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.access.Viewer;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.register.WriteResult;

/// A committee decides within its authority, with enough members free to vote, by the votes that its rule asks for.
class TitleReviewTest {

    private static final PackSet PACKS = PackCompiler.compile(
                    List.of(Path.of("..", "packs", "chengdu"), Path.of("..", "packs", "title_review")))
            .packs()
            .orElseThrow();
    private static final QualifiedId REVIEWING = new QualifiedId("title_review", "reviewing");

    private final Hall hall = new Hall("2025-03-03T10:00", PACKS);

    @BeforeEach
    void found() {
        enter("review_rule", Map.ofEntries(
                Map.entry("code", "R-1"),
                Map.entry("title", "合成规则"),
                Map.entry("keeper", "human_resources_bureau"),
                Map.entry("in_force_from", "2019-09-01"),
                Map.entry("least_members", "25"),
                Map.entry("longest", "1096"),
                Map.entry("present_part", "2"),
                Map.entry("present_whole", "3"),
                Map.entry("yes_part", "2"),
                Map.entry("yes_whole", "3"),
                Map.entry("yes_of", "voting"),
                Map.entry("law", "合成"),
                Map.entry("verified", "false")));
        authority("A-1", "ecology_bureau", "2026-01-01");
        authority("A-OLD", "ecology_bureau", "2025-03-03");
        authority("A-ELSEWHERE", "emergency_bureau", "2026-01-01");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private void authority(String code, String body, String expires) {
        enter("authority", Map.of(
                "code", code,
                "title", "合成授权",
                "body", body,
                "series", "engineering",
                "level", "deputy_senior",
                "rule", "R-1",
                "members", "25",
                "granted_on", "2024-01-01",
                "expires_on", expires));
    }

    private void enter(String entity, Map<String, String> typed) {
        Register register = hall.registers.of(new QualifiedId("title_review", entity));
        Map<String, @Nullable Object> values = register.read(typed, null, Viewer.system()).values();
        assertThat(register.create(values, Viewer.system())).isInstanceOf(WriteResult.Written.class);
    }

    private CaseFile applied(String series, String level) {
        return done(hall.cases.apply(
                REVIEWING,
                Map.of(
                        "title", "合成：高级工程师",
                        "series", series,
                        "level", level,
                        "body", "ecology_bureau",
                        "applicant", "合成申报人",
                        "employer", "合成企业",
                        "works", "合成业绩"),
                hall.enterprise));
    }

    private CaseResult qualify(CaseFile file, String authority) {
        return hall.act(file, "qualified", Map.of("authority", authority), hall.officer);
    }

    private CaseFile before(String authority) {
        return done(qualify(applied("engineering", "deputy_senior"), authority));
    }

    private CaseResult vote(CaseFile file, int present, int recused, int yes, int no, String decision) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "sitting_on", LocalDate.ofInstant(hall.clock.instant(), Processes.ZONE).toString(),
                "present", String.valueOf(present),
                "recused", String.valueOf(recused),
                "votes_for", String.valueOf(yes),
                "votes_against", String.valueOf(no),
                "abstained", String.valueOf(Math.max(0, present - recused - yes - no)),
                "decision", decision));
        return hall.act(file, "record", typed, hall.expert);
    }

    private static String words(CaseResult result) {
        assertThat(result).isInstanceOf(CaseResult.Refused.class);
        return ((CaseResult.Refused) result)
                .errors().stream().map(e -> e.text().zh()).reduce("", (a, b) -> a + b + "；");
    }

    /// 25 members: 17 must be free to vote, of 17 at least 12 for, of 20 at least 14, of 25 at least 17.
    @ParameterizedTest
    @CsvSource({
        "17, 0, 12, 5, passed", "17, 0, 11, 6, failed", "18, 1, 12, 5, passed", "20, 0, 14, 6, passed",
        "21, 1, 13, 7, failed", "25, 0, 17, 8, passed", "25, 0, 16, 9, failed"
    })
    void countsVotesOfThoseFreeToVote(int present, int recused, int yes, int no, String decision) {
        CaseFile voted = done(vote(before("A-1"), present, recused, yes, no, decision));
        assertThat(voted.outcome()).isEqualTo(decision.equals("passed") ? null : "not_passed");
        assertThat(hall.view(voted).at()).isEqualTo(decision.equals("passed") ? List.of("publish") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0, 16, 0, passed, 不足规定比例，表决无效", // 16 of 25
        "17, 1, 16, 0, passed, 不足规定比例，表决无效", // a recusal is no attendance
        "17, 0, 11, 6, passed, 赞成票不足规定比例", // 11 of 17
        "17, 0, 12, 5, failed, 应为通过",
        "20, 1, 14, 6, passed, 票数合计应等于出席委员减去回避的", // who recused voted
        "26, 0, 20, 6, passed, 出席委员多于评委会人数"
    })
    void refusesWhatDoesNotAddUp(int present, int recused, int yes, int no, String decision, String why) {
        assertThat(words(vote(before("A-1"), present, recused, yes, no, decision))).contains(why);
    }

    @Test
    void nobodyDecidesByAnAuthorityThatHasRunOut() {
        CaseFile file = before("A-OLD");
        assertThat(words(vote(file, 20, 0, 20, 0, "passed"))).contains("授权未生效或已过期");
        assertThat(hall.view(file).at()).containsExactly("deliberate");
    }

    @Test
    void nobodyDecidesBeyondHisAuthority() {
        assertThat(words(qualify(applied("engineering", "senior"), "A-1"))).contains("不包括这个级别");
        assertThat(words(qualify(applied("economics", "middle"), "A-1"))).contains("不包括这个系列");
        // of what another body may, nobody here is told that it exists
        assertThat(words(qualify(applied("engineering", "middle"), "A-ELSEWHERE"))).contains("没有「A-ELSEWHERE」");
        done(qualify(applied("engineering", "junior"), "A-1"));
    }

    @Test
    void publicityRunsFiveWorkingDaysAndEndsByItself() {
        CaseFile file = done(vote(before("A-1"), 20, 0, 14, 6, "passed"));
        done(hall.act(file, "publish", Map.of("published_at", "合成公示栏"), hall.officer));
        hall.clock.moveTo(LocalDate.of(2025, 3, 10).atTime(23, 0).atZone(Processes.ZONE).toInstant());
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        hall.clock.moveTo(LocalDate.of(2025, 3, 11).atTime(0, 1).atZone(Processes.ZONE).toInstant());
        assertThat(hall.context.get(Deadlines.class).run()).isOne();
        assertThat(hall.view(file).at()).containsExactly("confirm");
    }

    @Test
    void anObjectionIsLookedInto() {
        CaseFile file = done(vote(before("A-1"), 20, 0, 14, 6, "passed"));
        done(hall.act(file, "publish", Map.of("published_at", "合成公示栏"), hall.officer));
        done(hall.act(file, "object", Map.of(), "合成异议", hall.officer));
        assertThat(hall.view(file).at()).containsExactly("examine");
    }
}
