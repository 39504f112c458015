package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule.Status;

class PlanStatusTest {

    private final Bureau bureau = new Bureau();

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void statusComesFromRecordsAndSaysWhyWithTheNumbers() {
        for (int month = 1; month <= 8; month++) {
            bureau.moveTo("2025-0%d-20T09:00".formatted(month));
            for (int i = 0; i < 6; i++) {
                bureau.start("north", "2025-0%d-10".formatted(month));
            }
        }
        bureau.accept("north_starts", "list", "2025-03-20");
        bureau.moveTo("2025-09-22T09:00");
        CommitmentView view = bureau.view("north_starts");
        assertThat(view.assessment().status()).isEqualTo(Status.BEHIND);
        assertThat(view.assessment().reason().zh())
                .startsWith("截至9月22日完成 48 个，路径要求 88 个，少 40 个；按近 9 个月速度按期完成的可能性 ");
        assertThat(view.assessment().reason().en())
                .startsWith("48 done by 22 Sep 2025, the path asks for 88, 40 short; at the pace of the last 9 months, a ");
        assertThat(view.band()).isNotEmpty();
    }

    @Test
    void oneChangedRecordChangesTheStatusAndYesterdayStaysAsItWas() {
        bureau.moveTo("2025-02-01T09:00");
        assertThat(status("market_rules")).isEqualTo(Status.NOT_STARTED);
        bureau.moveTo("2025-04-10T09:00");
        bureau.evidence("market_rules", "draft", "2025-03-30", "pending");
        assertThat(status("market_rules")).isEqualTo(Status.AT_RISK);
        Instant before = bureau.now();
        bureau.days(1);
        bureau.accept("market_rules", "draft", "2025-03-30");
        assertThat(status("market_rules")).isEqualTo(Status.ON_PATH);
        assertThat(bureau.plans.commitment("market_rules", before, bureau.analyst).orElseThrow().assessment().status())
                .isEqualTo(Status.AT_RISK);
        assertThat(bureau.view("market_rules").history())
                .extracting(StatusChange::day, StatusChange::to)
                .startsWith(Tuple.tuple(LocalDate.of(2025, 4, 11), Status.ON_PATH));
    }

    @Test
    void aCommitmentWithoutAnyEvidenceIsUnknownNotGreen() {
        bureau.moveTo("2025-04-10T09:00");
        CommitmentView view = bureau.view("market_rules");
        assertThat(view.assessment().status()).isEqualTo(Status.UNKNOWN);
        assertThat(view.assessment().reason().zh()).isEqualTo("应完成节点 1 个，未收到任何佐证材料，不能判断");
    }

    @Test
    void theReasonTellsEvidenceThatWasRejectedFromEvidenceThatNobodyJudged() {
        bureau.moveTo("2025-04-10T09:00");
        bureau.evidence("market_rules", "draft", "2025-03-30", "pending");
        assertThat(bureau.view("market_rules").assessment().reason().zh())
                .isEqualTo("截至4月10日到期节点 1 个，其中已认定 0 个，节点“规则起草”逾期 10 天、佐证待认定");
        bureau.moveTo("2025-07-10T09:00");
        bureau.evidence("market_rules", "issue", "2025-06-28", "rejected");
        assertThat(bureau.view("market_rules").assessment().reason().zh())
                .isEqualTo("截至7月10日到期节点 2 个，其中已认定 0 个，节点“规则起草”逾期 101 天、佐证待认定，另有 1 个节点逾期");
        bureau.accept("market_rules", "draft", "2025-03-30");
        assertThat(bureau.view("market_rules").assessment().reason())
                .isEqualTo(new Text(
                        "截至7月10日到期节点 2 个，其中已认定 1 个，节点“规则公布”逾期 10 天、佐证于7月10日不予认定，须重报",
                        "2 milestones due by 10 Jul 2025, 1 of them verified, milestone “issue” 10 days late,"
                                + " its evidence rejected on 10 Jul 2025 and to be handed in again"));
    }

    @Test
    void aMilestoneVerifiedBeforeItsDayIsNoneOfThoseDue() {
        bureau.moveTo("2025-04-10T09:00");
        bureau.accept("market_rules", "issue", "2025-04-01");
        assertThat(bureau.view("market_rules").assessment().reason().zh())
                .isEqualTo("截至4月10日到期节点 1 个，其中已认定 0 个，另有 1 个提前认定，节点“规则起草”逾期 10 天、未报佐证");
    }

    @Test
    void whatDecidesIsSaidFirstAndWhichConditionHolds() {
        bureau.moveTo("2025-05-20T09:00");
        for (int i = 0; i < 80; i++) bureau.start("north", "2025-05-10");
        CommitmentView view = bureau.view("north_starts");
        assertThat(view.assessment().reason().zh()).startsWith("节点“清单确定”逾期 50 天、未报佐证；截至5月20日完成 80 个，路径要求 ");
        assertThat(view.assessment().causes()).hasSize(1);
    }

    @Test
    void aStatusThatLeavesAndComesBackWithinADayKeepsItsSince() {
        bureau.moveTo("2025-04-10T09:00");
        bureau.evidence("market_rules", "draft", "2025-03-30", "pending");
        assertThat(status("market_rules")).isEqualTo(Status.AT_RISK);
        LocalDate since = row("market_rules", null).status().since();
        bureau.moveTo("2025-04-20T09:00");
        long accepted = bureau.evidence("market_rules", "draft", "2025-03-31", "accepted");
        assertThat(status("market_rules")).isEqualTo(Status.ON_PATH);
        bureau.erase(accepted);
        assertThat(status("market_rules")).isEqualTo(Status.AT_RISK);
        assertThat(row("market_rules", null).status().since()).isEqualTo(since);
        assertThat(bureau.view("market_rules").history()).extracting(StatusChange::day).startsWith(since);
    }

    @Test
    void sinceWhenIsToldForDaysOnWhichNobodyLooked() {
        bureau.moveTo("2025-01-10T09:00");
        bureau.evidence("market_rules", "draft", "2025-01-09", "accepted");
        bureau.plans.settle();
        bureau.moveTo("2025-09-22T09:00");
        CommitmentRow row = row("market_rules", null);
        assertThat(row.status().status()).isEqualTo(Status.BEHIND);
        assertThat(row.status().since()).isEqualTo(LocalDate.of(2025, 7, 31));
        assertThat(bureau.view("market_rules").history())
                .extracting(StatusChange::day, StatusChange::to)
                .startsWith(
                        Tuple.tuple(LocalDate.of(2025, 7, 31), Status.BEHIND),
                        Tuple.tuple(LocalDate.of(2025, 7, 1), Status.AT_RISK));
    }

    @Test
    void storedStatusesAndAPastBoardAgree() {
        bureau.moveTo("2025-03-01T09:00");
        bureau.start("north", "2025-02-10");
        bureau.accept("market_rules", "draft", "2025-02-20");
        bureau.moveTo("2025-05-05T09:00");
        Board present = bureau.plans.board(BoardFilter.ALL, null, bureau.analyst);
        Board asOf = bureau.plans.board(BoardFilter.ALL, bureau.now(), bureau.analyst);
        assertThat(asOf.rows()).hasSameSizeAs(present.rows());
        assertThat(asOf.byStatus()).isEqualTo(present.byStatus());
        for (int i = 0; i < present.rows().size(); i++) {
            assertThat(asOf.rows().get(i).id()).isEqualTo(present.rows().get(i).id());
            assertThat(asOf.rows().get(i).status().reason())
                    .isEqualTo(present.rows().get(i).status().reason());
            assertThat(asOf.rows().get(i).status().since())
                    .isEqualTo(present.rows().get(i).status().since());
        }
    }

    @Test
    void replayingGivesTheSamePresentAndTheSameHistory() {
        for (int month = 1; month <= 6; month++) {
            bureau.moveTo("2025-0%d-15T09:00".formatted(month));
            bureau.start("north", "2025-0%d-01".formatted(month));
            bureau.plans.settle();
        }
        bureau.accept("market_rules", "draft", "2025-06-01");
        Board before = bureau.plans.board(BoardFilter.ALL, null, bureau.analyst);
        var history = bureau.view("market_rules").history();
        bureau.plans.replay();
        Board after = bureau.plans.board(BoardFilter.ALL, null, bureau.analyst);
        assertThat(after.byStatus()).isEqualTo(before.byStatus());
        assertThat(bureau.view("market_rules").history()).isEqualTo(history);
    }

    @Test
    void theBoardFiltersByFocusUnitStatusAndDueDay() {
        bureau.moveTo("2025-09-22T09:00");
        assertThat(ids(BoardFilter.ALL)).containsExactly("north_starts", "market_rules", "platform");
        assertThat(ids(BoardFilter.ALL.ofFocus("opening"))).containsExactly("market_rules", "platform");
        assertThat(ids(BoardFilter.ALL.ofUnit("north", BoardFilter.Part.ANY)))
                .containsExactly("north_starts", "market_rules");
        assertThat(ids(BoardFilter.ALL.ofUnit("north", BoardFilter.Part.LEAD))).containsExactly("north_starts");
        assertThat(ids(BoardFilter.ALL.withStatuses(Set.of(Status.NOT_STARTED)))).containsExactly("platform");
        assertThat(ids(BoardFilter.ALL.dueBetween(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31))))
                .containsExactly("platform");
        Board page = bureau.plans.board(BoardFilter.ALL.page(1, 1), null, bureau.analyst);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).extracting(CommitmentRow::id).containsExactly("market_rules");
    }

    @Test
    void whoMayReadNeitherLeadNorAssistantSeesNothing() {
        bureau.moveTo("2025-09-22T09:00");
        Viewer south = Bureau.viewer("south_reader", Role.READER, "south");
        assertThat(bureau.plans.board(BoardFilter.ALL, null, south).rows())
                .extracting(CommitmentRow::id)
                .containsExactly("market_rules", "platform");
        assertThat(bureau.plans.board(BoardFilter.ALL, bureau.now(), south).rows())
                .extracting(CommitmentRow::id)
                .containsExactly("market_rules", "platform");
        assertThat(bureau.plans.commitment("north_starts", null, south)).isEmpty();
    }

    @Test
    void theOverviewCountsAndAUnitSeesWhatItOwesThisWeek() {
        bureau.moveTo("2025-06-26T09:00");
        bureau.accept("market_rules", "draft", "2025-03-20");
        Overview overview = bureau.plans.overview(null, bureau.analyst);
        assertThat(overview.total()).isEqualTo(3);
        assertThat(overview.focuses()).extracting(Overview.FocusCount::total).containsExactly(1, 2);
        assertThat(overview.offPath()).extracting(CommitmentRow::id).contains("north_starts");
        UnitPlan north = bureau.plans.unit("north", null, bureau.analyst);
        assertThat(north.owes()).extracting(UnitPlan.Owed::milestone).containsExactly("list");
        assertThat(north.owes().getFirst().lateDays()).isEqualTo(87);
        bureau.moveTo("2025-06-30T09:00");
        assertThat(bureau.plans.unit("city", null, bureau.analyst).owes())
                .extracting(UnitPlan.Owed::milestone)
                .containsExactly("issue");
    }

    @Test
    void theOverviewOfNowIsTheOverviewAsOfNow() {
        bureau.moveTo("2025-06-26T09:00");
        bureau.accept("market_rules", "draft", "2025-03-20");
        bureau.plans.settle();
        bureau.moveTo("2025-07-03T09:00");
        for (Viewer viewer : List.of(bureau.analyst, Bureau.viewer("south_reader", Role.READER, "south"))) {
            Overview now = bureau.plans.overview(null, viewer);
            Overview past = bureau.plans.overview(bureau.now(), viewer);
            assertThat(past.byStatus()).isEqualTo(now.byStatus());
            assertThat(past.byLead()).isEqualTo(now.byLead());
            assertThat(past.focuses()).isEqualTo(now.focuses());
            assertThat(past.offPath()).extracting(CommitmentRow::id)
                    .isEqualTo(now.offPath().stream().map(CommitmentRow::id).toList());
            assertThat(past.due().rows()).extracting(CommitmentRow::id)
                    .isEqualTo(now.due().rows().stream().map(CommitmentRow::id).toList());
            assertThat(past.changed()).isEqualTo(now.changed());
        }
    }

    @Test
    void theOverviewNamesWhatChangedAndWhatIsDueOnlyWhereTheViewerMayRead() {
        bureau.moveTo("2025-01-10T09:00");
        bureau.evidence("market_rules", "draft", "2025-01-09", "accepted");
        bureau.plans.settle();
        bureau.moveTo("2025-07-03T09:00");
        Overview all = bureau.plans.overview(null, bureau.analyst);
        assertThat(all.changed().rows()).extracting(StatusChange::commitment).contains("market_rules");
        assertThat(all.changed().total()).isEqualTo(all.changed().rows().size());
        assertThat(all.due().rows()).extracting(CommitmentRow::id).startsWith("north_starts");
        Viewer south = Bureau.viewer("south_reader", Role.READER, "south");
        assertThat(bureau.plans.overview(null, south).due().rows())
                .extracting(CommitmentRow::id)
                .isNotEmpty()
                .doesNotContain("north_starts");
        assertThat(bureau.plans.overview(null, Bureau.viewer("nobody", Role.READER, "nowhere")).changed().total())
                .isZero();
    }

    @Test
    void aDependencyThatIsNotDoneBlocks() {
        CommitmentView view = bureau.view("platform");
        assertThat(view.blockedBy()).extracting(CommitmentView.Linked::id).containsExactly("market_rules");
        assertThat(bureau.view("market_rules").blocks())
                .extracting(CommitmentView.Linked::id)
                .containsExactly("platform");
        bureau.moveTo("2025-11-01T09:00");
        bureau.accept("market_rules", "draft", "2025-03-01");
        bureau.accept("market_rules", "issue", "2025-06-01");
        bureau.accept("market_rules", "review", "2025-10-30");
        assertThat(bureau.view("platform").blockedBy()).isEmpty();
        assertThat(bureau.view("market_rules").assessment().reason().zh())
                .isEqualTo("全部 3 个节点已认定，最后一个完成于2025年10月30日");
    }

    @Test
    void aCommitmentNamesOnlyThoseLinkedOnesThatTheViewerMayRead() {
        Viewer north = Bureau.viewer("north_reader", Role.READER, "north");
        Viewer south = Bureau.viewer("south_reader", Role.READER, "south");
        assertThat(bureau.plans.commitment("market_rules", null, north).orElseThrow().blocks()).isEmpty();
        assertThat(bureau.plans.commitment("market_rules", null, south).orElseThrow().blocks())
                .extracting(CommitmentView.Linked::id)
                .containsExactly("platform");
    }

    @Test
    void clausesThatNoCommitmentCoversAreListed() {
        Coverage coverage = bureau.plans.coverage(null);
        assertThat(coverage.uncovered()).extracting(c -> c.id()).containsExactly("c3");
        assertThat(coverage.untraced()).extracting(c -> c.id()).containsExactly("platform");
        assertThat(coverage.explained()).extracting(c -> c.id()).containsExactly("c4");
    }

    private java.util.List<String> ids(BoardFilter filter) {
        return bureau.plans.board(filter, null, bureau.analyst).rows().stream()
                .map(CommitmentRow::id)
                .toList();
    }

    private Status status(String commitment) {
        return row(commitment, null).status().status();
    }

    private CommitmentRow row(String commitment, @org.jspecify.annotations.Nullable Instant asOf) {
        return bureau.plans.board(BoardFilter.ALL, asOf, bureau.analyst).rows().stream()
                .filter(r -> r.id().equals(commitment))
                .findFirst()
                .orElseThrow();
    }
}
