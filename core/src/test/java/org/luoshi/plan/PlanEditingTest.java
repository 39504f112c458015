package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Role;
import org.luoshi.audit.ChangeLog;
import org.luoshi.pack.Plan;
import org.luoshi.plan.PlanChange.What;

class PlanEditingTest {

    private final Bureau bureau = new Bureau();

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void theDeclaredPlanComesBackAsItWasDeclared() {
        assertThat(bureau.plans.plan(null)).contains(SmallPlan.plan());
    }

    @Test
    void activatingTheSamePackAgainChangesNothingAnotherOneIsANewVersion() {
        bureau.editing.activate(Bureau.packs("1".repeat(64), SmallPlan.plan()), "system");
        assertThat(bureau.plans.versions(9)).hasSize(1);
        Plan other = SmallPlan.edit(SmallPlan.plan(), PlanEditingTest::retargeted);
        bureau.editing.activate(Bureau.packs("2".repeat(64), other), "system");
        assertThat(bureau.plans.versions(9)).extracting(PlanVersion::number).containsExactly(2, 1);
        assertThat(bureau.plans.plan(null)).contains(other);
    }

    @Test
    void anEditIsAVersionAndThePlanBeforeStaysReadable() {
        Instant before = bureau.now();
        bureau.days(1);
        EditResult result = bureau.apply(bureau.edited(PlanEditingTest::retargeted), bureau.analyst);
        assertThat(result).isInstanceOfSatisfying(EditResult.Written.class, w -> {
            assertThat(w.version().number()).isEqualTo(2);
            assertThat(w.version().by()).isEqualTo("analyst");
            assertThat(w.changes()).extracting(PlanChange::main).containsExactly(What.RETARGETED);
        });
        assertThat(bureau.plans.plan(before.plusSeconds(1))).contains(SmallPlan.plan());
        CommitmentView view = bureau.view("north_starts");
        assertThat(view.edits()).hasSize(2);
        assertThat(view.edits().getFirst().by()).isEqualTo("analyst");
        assertThat(view.edits().getFirst().what().getFirst().what())
                .containsExactly(new PlanChange.Difference(What.RETARGETED, "figure.target", "120", "150"));
    }

    @Test
    void whoStartedFromAnOlderVersionIsToldWhatBothChanged() {
        Plan mine = bureau.edited(PlanEditingTest::retargeted);
        bureau.apply(bureau.edited(c -> c.id().equals("platform") ? reassigned(c) : c), bureau.analyst);
        EditResult result =
                bureau.editing.apply(mine, 1, PlanVersion.Origin.XLSX, "d", "", false, bureau.second);
        assertThat(result).isInstanceOfSatisfying(EditResult.Conflict.class, c -> {
            assertThat(c.theirs()).extracting(PlanChange::id).containsExactly("platform");
            assertThat(c.mine()).extracting(PlanChange::id).containsExactly("north_starts");
        });
        assertThat(bureau.plans.versions(9)).hasSize(2);
    }

    @Test
    void aDryRunAndAnEditWithoutChangeLeaveNoTrace() {
        long entries = bureau.context.get(ChangeLog.class).verify().entries();
        EditResult dry = bureau.editing.apply(
                bureau.edited(PlanEditingTest::retargeted), 1, PlanVersion.Origin.XLSX, "d", "", true, bureau.analyst);
        assertThat(dry).isInstanceOf(EditResult.WouldWrite.class);
        assertThat(bureau.apply(bureau.edited(c -> c), bureau.analyst)).isInstanceOf(EditResult.NothingChanged.class);
        assertThat(bureau.plans.versions(9)).hasSize(1);
        assertThat(bureau.context.get(ChangeLog.class).verify().entries()).isEqualTo(entries);
    }

    @Test
    void aBrokenPlanIsRefusedWithEveryFault() {
        Plan broken = bureau.edited(c -> switch (c.id()) {
            case "north_starts" -> figured(c, "-5");
            case "market_rules" -> dependent(c, "platform");
            case "platform" -> milestoned(c, "2026-02-01");
            default -> c;
        });
        assertThat(bureau.apply(broken, bureau.analyst)).isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(
                        r.problems())
                .extracting(p -> p.message().en())
                .containsExactlyInAnyOrder(
                        "target -5 goes against the indicator's direction (baseline 0)",
                        "due 2026-02-01, after the commitment's end 2025-12-31",
                        "commitments depend on each other in a circle"));
    }

    @Test
    void onlyWhoMayEditForTheLeadMay() {
        Plan edited = bureau.edited(PlanEditingTest::retargeted);
        assertThatThrownBy(() -> bureau.apply(edited, bureau.north)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> bureau.apply(edited, Bureau.viewer("s", Role.ANALYST, "south")))
                .isInstanceOf(AccessDenied.class);
        assertThat(bureau.apply(edited, Bureau.viewer("n", Role.ANALYST, "north")))
                .isInstanceOf(EditResult.Written.class);
    }

    @Test
    void aBaselineNeedsTwoPeople() {
        Baselines baselines = bureau.context.get(Baselines.class);
        assertThatThrownBy(() -> baselines.freeze("年初", "", bureau.north)).isInstanceOf(AccessDenied.class);
        assertThat(baselines.freeze("年初", "开局", bureau.analyst)).isInstanceOf(BaselineResult.Done.class);
        assertThat(baselines.freeze("年初", "", bureau.analyst)).isInstanceOf(BaselineResult.Refused.class);
        assertThat(baselines.approve("年初", bureau.analyst)).isInstanceOf(BaselineResult.Refused.class);
        assertThat(baselines.find("年初").orElseThrow().approved()).isFalse();
        assertThat(baselines.approve("年初", bureau.second)).isInstanceOf(BaselineResult.Done.class);
        assertThat(baselines.find("年初").orElseThrow().approvedBy()).isEqualTo("second_analyst");
    }

    @Test
    void aComparisonTellsWhatChangedByWhomAndKeepsWhatIsGone() {
        Baselines baselines = bureau.context.get(Baselines.class);
        baselines.freeze("年初", "", bureau.analyst);
        bureau.days(10);
        bureau.apply(bureau.edited(PlanEditingTest::retargeted), bureau.analyst);
        bureau.days(10);
        bureau.apply(
                bureau.edited(c -> c.id().equals("platform") ? null : c.id().equals("market_rules") ? reassigned(c) : c),
                bureau.second);
        BaselineComparison comparison =
                baselines.compare(baselines.find("年初").orElseThrow(), null).orElseThrow();
        assertThat(comparison.entries())
                .extracting(e -> e.change().id(), e -> e.change().main(), e -> e.hands().getLast().by())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("north_starts", What.RETARGETED, "analyst"),
                        org.assertj.core.groups.Tuple.tuple("market_rules", What.REASSIGNED, "second_analyst"),
                        org.assertj.core.groups.Tuple.tuple("platform", What.REMOVED, "second_analyst"));
        assertThat(comparison.count(What.REMOVED)).isEqualTo(1);
        assertThat(bureau.plans.board(BoardFilter.ALL, null, bureau.analyst).rows())
                .extracting(CommitmentRow::id)
                .containsExactly("north_starts", "market_rules");
    }

    @Test
    void commentsKeepEveryWordingAndOnlyTheirAuthorTakesThemBack() {
        Comments comments = bureau.context.get(Comments.class);
        CommentResult written = comments.write("north_starts", " 许可办理偏慢 ", bureau.north);
        long id = ((CommentResult.Done) written).comment().id();
        Instant first = bureau.now().plusSeconds(1);
        bureau.days(1);
        assertThat(comments.edit(id, 1, "许可办理偏慢,已对接", bureau.north)).isInstanceOf(CommentResult.Done.class);
        assertThat(comments.edit(id, 1, "再改", bureau.north)).isInstanceOf(CommentResult.Refused.class);
        assertThat(comments.delete(id, 2, bureau.analyst)).isInstanceOf(CommentResult.Refused.class);
        assertThat(comments.delete(id, 2, bureau.north)).isInstanceOf(CommentResult.Done.class);
        List<Comment> now = comments.of("north_starts", null, bureau.analyst);
        assertThat(now).singleElement().satisfies(c -> {
            assertThat(c.body()).isNull();
            assertThat(c.wordings()).hasSize(3);
        });
        assertThat(comments.of("north_starts", first, bureau.analyst).getFirst().body()).isEqualTo("许可办理偏慢");
        assertThat(comments.write("north_starts", "  ", bureau.north)).isInstanceOf(CommentResult.Refused.class);
        assertThatThrownBy(() -> comments.write("platform", "x", bureau.north)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aClassShowsWhatBecameOfEachStatement() {
        bureau.moveTo("2025-09-22T09:00");
        StudyClasses classes = bureau.context.get(StudyClasses.class);
        ClassView view = classes.find(SmallPlan.studyClass().id(), null, bureau.analyst).orElseThrow();
        assertThat(view.byUnit()).extracting(ClassView.UnitStatements::unit).containsExactly("north", "south");
        assertThat(view.byUnit().getFirst().statements().getFirst().commitments().getFirst().status())
                .isNotNull();
        assertThat(view.withoutCommitment()).extracting(s -> s.statement().id()).containsExactly("t2");
        assertThat(view.commitments()).isEqualTo(1);
    }

    private static Plan.Commitment retargeted(Plan.Commitment c) {
        return c.id().equals("north_starts") ? figured(c, "150") : c;
    }

    private static Plan.Commitment figured(Plan.Commitment c, String target) {
        return new Plan.Commitment(c.id(), c.title(), c.detail(), c.lead(), c.assist(), c.period(),
                SmallPlan.figure(target), c.watch(), c.milestones(), c.evidence(), c.dependsOn(), c.clauses());
    }

    private static Plan.Commitment reassigned(Plan.Commitment c) {
        return new Plan.Commitment(c.id(), c.title(), c.detail(), "north", Set.of(), c.period(), c.figure(), c.watch(),
                c.milestones(), c.evidence(), c.dependsOn(), c.clauses());
    }

    private static Plan.Commitment dependent(Plan.Commitment c, String on) {
        return new Plan.Commitment(c.id(), c.title(), c.detail(), c.lead(), c.assist(), c.period(), c.figure(),
                c.watch(), c.milestones(), c.evidence(), List.of(on), c.clauses());
    }

    private static Plan.Commitment milestoned(Plan.Commitment c, String due) {
        return new Plan.Commitment(c.id(), c.title(), c.detail(), c.lead(), c.assist(), c.period(), c.figure(),
                c.watch(), List.of(new Plan.Milestone("late", c.title(), LocalDate.parse(due), false, null)),
                c.evidence(), c.dependsOn(), c.clauses());
    }
}
