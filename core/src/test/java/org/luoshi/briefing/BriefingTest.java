package org.luoshi.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.BriefingLayout.Cadence;
import org.luoshi.pack.BriefingLayout.Part;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Type;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.Plans;

class BriefingTest {

    /// Shared, since putting the whole plan into force takes seconds; tests go on in time and write about
    /// commitments of their own.
    private static CityHall hall;

    @BeforeAll
    static void open() {
        hall = new CityHall();
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @BeforeEach
    void anHourLater() {
        hall.clock.advance(Duration.ofHours(1));
    }

    @Test
    void everyFigureIsBoundToASourceAMomentAndAPack() {
        for (Subject subject : List.of(
                new Subject.City(), new Subject.OfUnit("chenghua"), new Subject.OfFocus("competitiveness"))) {
            for (String layout : List.of("weekly", "ledger")) {
                Draft draft = hall.briefings.compose(hall.layout(layout), subject, hall.clock.instant(), hall.office);
                assertThat(draft.gaps()).isEmpty();
                assertThat(draft.briefing().figures().count()).isGreaterThan(10);
                draft.briefing().figures().forEach(figure -> {
                    assertThat(figure.binding().source()).isNotInstanceOf(Source.Unbound.class);
                    assertThat(figure.binding().moment()).isEqualTo(hall.clock.instant());
                    assertThat(figure.binding().pack()).isNotNull();
                });
            }
        }
    }

    @Test
    void aUnitsBriefingHoldsWhatItLeadsAndAssistsAndNothingElse() {
        Briefing all = hall.weekly(new Subject.City()).briefing();
        Briefing one = hall.weekly(new Subject.OfUnit("chenghua")).briefing();
        assertThat(count(one, "all")).isPositive().isLessThan(count(all, "all"));
        assertThat(html(one)).contains("成华区改革方案落实情况周报");
    }

    @Test
    void oneChangedRecordChangesTheNextBriefingAndYesterdaysStaysTheSameToTheByte() {
        Subject chenghua = new Subject.OfUnit("chenghua");
        Instant yesterday = hall.clock.instant();
        String before = html(hall.briefings.compose(hall.layout("weekly"), chenghua, yesterday, hall.office).briefing());
        hall.clock.advance(Duration.ofDays(1));
        hall.accept("chenghua_start_projects", "m1", "chenghua", "2025-01-20");
        String next = html(hall.weekly(chenghua).briefing());
        assertThat(figures(next)).isNotEqualTo(figures(before));
        String again = html(hall.briefings.compose(hall.layout("weekly"), chenghua, yesterday, hall.office).briefing());
        assertThat(again.getBytes(StandardCharsets.UTF_8)).isEqualTo(before.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anUnboundFigureIsShownInTheDraftAndRefusedAtIssue() {
        Draft draft = hall.briefings.compose(
                layout("actual", "no_such_commitment"), new Subject.City(), hall.clock.instant(), hall.office);
        assertThat(draft.gaps()).hasSize(1);
        assertThat(draft.gaps().getFirst().expression()).isEqualTo("actual('no_such_commitment')");
        assertThat(html(draft.briefing())).contains("【未绑定：方案中没有任务no_such_commitment】");
        assertThatThrownBy(() -> hall.briefings.issue(draft, hall.office))
                .isInstanceOf(Unissuable.class)
                .hasMessageContaining("no_such_commitment");
        assertThat(hall.briefings.editions(null, hall.office, 10))
                .noneMatch(edition -> edition.briefing().layout().name().equals("trial"));
    }

    @Test
    void beforeThereWasAPlanTheCountsAreMissingAndNotZero() {
        Draft draft = hall.briefings.compose(
                hall.layout("weekly"), new Subject.City(), Instant.parse("2024-01-01T00:00:00Z"), hall.office);
        assertThat(draft.issuable()).isFalse();
        assertThat(html(draft.briefing())).contains("【缺：该时点还没有方案】");
    }

    @Test
    void aFigureThatNobodyPromisedIsNotInvented() {
        Draft draft = hall.briefings.compose(
                layout("target", "county_economy"), new Subject.City(), hall.clock.instant(), hall.office);
        assertThat(draft.issuable()).isFalse();
        assertThat(draft.gaps().getFirst().what().zh()).contains("没有承诺数字");
    }

    @Test
    void digitsThatComeAsWordsCannotBeIssued() {
        Briefing from = Sampled.briefing(1);
        Block prose = new Block.Prose(List.of(new Run.Words("共115项")), List.of(new Run.Words("in all")));
        Briefing loose = new Briefing(
                from.layout(), from.title(), from.subject(), from.subjectName(), from.period(), from.moment(),
                from.day(), false, from.packs(), List.of(new Briefing.Section(Text.same("T"), List.of(prose))));
        assertThatThrownBy(() -> hall.briefings.issue(new Draft(loose, List.of()), hall.office))
                .isInstanceOf(Unissuable.class);
    }

    @Test
    void anEditionIsFrozenAndTheNextOneTellsWhatMoved() {
        Subject chenghua = new Subject.OfUnit("chenghua");
        Edition first = hall.briefings.issue(hall.weekly(chenghua), hall.office);
        hall.clock.advance(Duration.ofHours(1));
        hall.accept("chenghua_start_projects", "m2", "chenghua", "2025-06-20");
        Edition second = hall.briefings.issue(hall.weekly(chenghua), hall.office);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        Edition kept = hall.briefings.edition(first.id(), hall.office).orElseThrow();
        assertThat(kept.briefing()).isEqualTo(first.briefing());
        assertThat(hall.briefings.previous(second)).map(Edition::id).contains(first.id());
        assertThat(hall.briefings.moved(first, second))
                .extracting(Movement::source)
                .contains("milestones overdue");
        assertThat(hall.context.get(ChangeLog.class).entries("briefing/", null, 2))
                .extracting(entry -> entry.action() + " " + entry.actor())
                .containsExactly("briefing.issue office", "briefing.issue office");
    }

    @Test
    void anEditionCannotBeRewritten() {
        Edition edition = hall.briefings.issue(hall.weekly(new Subject.City()), hall.office);
        assertThatThrownBy(() -> hall.context.sql().execute(
                        "update luoshi.briefing_edition set document = '{}' where id = ?", edition.id()))
                .hasMessageContaining("append-only");
    }

    @Test
    void whoMayNotReadTheWholeSubjectGetsNoBriefing() {
        Viewer clerk = new Viewer("clerk", Text.same("clerk"), List.of(new Grant(Role.CLERK, "chenghua")));
        assertThatThrownBy(() -> hall.briefings.compose(
                        hall.layout("weekly"), new Subject.City(), hall.clock.instant(), clerk))
                .isInstanceOf(AccessDenied.class);
        Draft own = hall.briefings.compose(
                hall.layout("weekly"), new Subject.OfUnit("chenghua"), hall.clock.instant(), clerk);
        assertThatThrownBy(() -> hall.briefings.issue(own, clerk)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void bothLanguagesShowTheSameFigures() {
        Briefing briefing = hall.weekly(new Subject.City()).briefing();
        assertThat(figures(new String(
                        Print.of(briefing, null, Language.EN, Format.HTML).bytes(), StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(figures(html(briefing)));
        assertThat(new String(Print.of(briefing, null, Language.EN, Format.HTML).bytes(), StandardCharsets.UTF_8))
                .contains("lang=\"en\"")
                .contains("1. Overview")
                .doesNotContain("总体情况");
    }

    @Test
    void theWholePlanPrintsWithoutADroppedCharacter() {
        for (Language language : Language.values()) {
            Briefing ledger = hall.briefings
                    .compose(hall.layout("ledger"), new Subject.City(), hall.clock.instant(), hall.office)
                    .briefing();
            assertThat(Print.of(ledger, null, language, Format.PDF).missing()).isEmpty();
        }
    }

    @Test
    void onItsFirstDayAPeriodHasNothingToTellSoTheOneBeforeIsTold() {
        hall.clock.advance(Duration.ofDays(1));
        Instant monday = Instant.parse("2025-09-01T02:30:00Z");
        assertThat(weekly(monday).period().id()).isEqualTo("2025-W35");
        assertThat(html(weekly(monday))).contains("本期：2025年8月25日至2025年8月31日");
        assertThat(weekly(monday.plus(Duration.ofDays(1))).period().id()).isEqualTo("2025-W36");
    }

    private static Briefing weekly(Instant moment) {
        return hall.briefings
                .compose(hall.layout("weekly"), new Subject.City(), moment, hall.office)
                .briefing();
    }

    @Test
    void everyCountLeadsToExactlyTheRowsThatItCounts() {
        for (Subject subject : List.of(new Subject.City(), new Subject.OfUnit("chenghua"))) {
            Briefing briefing = hall.weekly(subject).briefing();
            List<Figure> counts = briefing.figures()
                    .filter(figure -> figure.binding().source() instanceof Source.Count
                            || figure.binding().source() instanceof Source.MilestoneCount)
                    .filter(figure -> figure.standing() == Figure.Standing.KNOWN)
                    .toList();
            assertThat(counts).hasSizeGreaterThan(9);
            for (Figure figure : counts) {
                Briefing rows = hall.briefings.rows(
                        hall.layout("weekly"), subject, briefing.moment(), figure.binding().source(), hall.office);
                assertThat(rowsOf(rows.sections().getFirst().blocks().getLast()))
                        .as(figure.binding().source().key())
                        .isEqualTo(figure.value().intValueExact());
            }
        }
    }

    private static int rowsOf(Block block) {
        return block instanceof Block.Table table ? table.rows().size() : 0;
    }

    @Test
    void aUnitsBriefingCountsWhatTheBoardShowsOfTheUnit() {
        Plans plans = hall.context.get(Plans.class);
        for (String unit : List.of("chenghua", "qingbaijiang", "wuhou")) {
            int onBoard = plans.board(BoardFilter.ALL.ofUnit(unit, BoardFilter.Part.ANY), hall.clock.instant(), hall.office)
                    .total();
            assertThat(count(hall.weekly(new Subject.OfUnit(unit)).briefing(), "all")).as(unit).isEqualTo(onBoard);
        }
    }

    @Test
    void paperSaysWhereEachFigureAndTableIsFound() throws IOException {
        Briefing briefing = hall.weekly(new Subject.City()).briefing();
        Print.Links links = source -> source instanceof Source.MilestoneCount(var selection)
                ? Optional.of("https://luoshi.example/rows?counted=" + selection)
                : Optional.empty();
        Print print = Print.of(briefing, null, Language.ZH, Format.PDF, links);
        try (PDDocument document = Loader.loadPDF(print.bytes())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("数字出处").contains("逾期未达到的累计").contains("https://luoshi.example/rows?counted=overdue");
            assertThat(text).contains("表“四、逾期和近期到期的节点”");
            List<String> clicked = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                page.getAnnotations().forEach(link -> clicked.add(link.getCOSObject().toString()));
            }
            assertThat(clicked).hasSizeGreaterThan(4);
        }
        assertThat(new String(Print.of(briefing, null, Language.EN, Format.HTML, links).bytes(), StandardCharsets.UTF_8))
                .contains("<a href=\"https://luoshi.example/rows?counted=due_next\">");
    }

    private static BriefingLayout layout(String function, String argument) {
        Part part = new Part.Binding(
                new Expr.HostCall(function, List.of(argument), new Type.TextType(), 0));
        return new BriefingLayout(
                new QualifiedId("plan_follow_up", "trial"),
                Text.same("试"),
                Set.of(BriefingLayout.Subject.CITY),
                Cadence.WEEKLY,
                List.of(new BriefingLayout.Section.Prose(Text.same("节"), List.of(part), List.of(part))));
    }

    private static int count(Briefing briefing, String selection) {
        return briefing.figures()
                .filter(figure -> figure.binding().source().equals(new Source.Count(selection)))
                .findFirst()
                .orElseThrow()
                .value()
                .intValueExact();
    }

    private static String html(Briefing briefing) {
        return new String(Print.of(briefing, null, Language.ZH, Format.HTML).bytes(), StandardCharsets.UTF_8);
    }

    /// Sources in order, as the page carries them, with their numbers.
    private static List<String> figures(String html) {
        return java.util.regex.Pattern.compile("data-source=\"([^\"]*)\"[^>]*?(value=\"[^\"]*\")?>")
                .matcher(html)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }
}
