package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.kernel.clock.Terms.decide;
import static org.luoshi.kernel.clock.Terms.extend;
import static org.luoshi.kernel.clock.Terms.giveBack;
import static org.luoshi.kernel.clock.Terms.resume;
import static org.luoshi.kernel.clock.Terms.start;
import static org.luoshi.kernel.clock.Terms.suspend;
import static org.luoshi.kernel.clock.Terms.suspendUntold;
import static org.luoshi.kernel.clock.Terms.withdraw;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer.Refused;
import org.luoshi.kernel.clock.ClockEvent.CalendarPublished;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Returned;
import org.luoshi.kernel.clock.ClockEvent.Started;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Validity;

/// What a clock answers to events that may not be. Twenty working days from Monday 3 June 2024 end on 2 July.
class ClockRefusalTest {

    private static final String MONDAY = "2024-06-03";
    private static final LocalDate END = LocalDate.of(2024, 7, 2);

    private final WorkingCalendar calendar = OfficialCalendars.all();
    private final LegalClock clock = Terms.started(Terms.of(Limit.working(20)), MONDAY);

    @Test
    void endsOnTheSecondOfJuly() {
        assertThat(clock.legalDue(calendar, END).date()).isEqualTo(END);
    }

    @Test
    void aClockStartsWithItsOwnEventOnly() {
        Started other = new Started(LocalDate.parse(MONDAY).atTime(9, 0), "received", null);
        assertThat(LegalClock.start(clock.definition(), other))
                .isEqualTo(new Refused(new ClockRefusal.OtherEvent("received", Set.of("accepted"))));
    }

    @Test
    void aClockNeedsTermsInForceOnTheDayOfItsStart() {
        ClockDefinition decision =
                AdministrativeLicensing.profile().clock("decision").orElseThrow();
        assertThat(LegalClock.start(decision, start("2004-06-30")))
                .isEqualTo(new Refused(new ClockRefusal.NoTerms(decision.title(), LocalDate.of(2004, 6, 30))));
        assertThat(LegalClock.start(decision, start("2004-07-01"))).isInstanceOf(ClockAnswer.Recorded.class);
    }

    @Test
    void startsOnce() {
        refuses(new ClockRefusal.StartedAlready(LocalDate.parse(MONDAY)), start("2024-06-04"));
    }

    @Test
    void nothingHappensBeforeWhatHappened() {
        LocalDateTime nine = LocalDate.parse(MONDAY).atTime(9, 0);
        refuses(new ClockRefusal.OutOfOrder(nine, nine.minusDays(3)), giveBack("2024-05-31"));
        refuses(new ClockRefusal.OutOfOrder(nine.plusDays(7), nine.plusDays(4)), giveBack("2024-06-10"), giveBack("2024-06-07"));
    }

    @Test
    void nothingHappensAfterTheEnd() {
        refuses(new ClockRefusal.EndedAlready(LocalDate.of(2024, 6, 20)), decide("2024-06-20"), suspendUntold("2024-06-21"));
        refuses(new ClockRefusal.EndedAlready(LocalDate.of(2024, 6, 20)), withdraw("2024-06-20"), decide("2024-06-21"));
        refuses(new ClockRefusal.EndedAlready(LocalDate.of(2024, 6, 20)), withdraw("2024-06-20"), start("2024-06-21"));
        refuses(
                new ClockRefusal.EndedAlready(LocalDate.of(2024, 6, 20)),
                decide("2024-06-20"),
                new CalendarPublished(LocalDate.of(2024, 11, 12).atTime(9, 0), 2025, END, END));
    }

    @Test
    void isSuspendedOnceAtATime() {
        refuses(
                new ClockRefusal.SuspendedAlready(LocalDate.of(2024, 6, 5), Terms.REVIEW.title()),
                suspend("2024-06-05", "2024-06-14"),
                suspendUntold("2024-06-06"));
    }

    @Test
    void resumesOnlyWhatIsSuspended() {
        refuses(new ClockRefusal.NotSuspended(), resume("2024-06-05"));
        refuses(
                new ClockRefusal.NotSuspended(),
                suspend("2024-06-05", "2024-06-14"),
                resume("2024-06-12"),
                resume("2024-06-13"));
    }

    @Test
    void isNotCompletedWhileSuspended() {
        refuses(
                new ClockRefusal.CompletedWhileSuspended(LocalDate.of(2024, 6, 5), Terms.REVIEW.title()),
                suspend("2024-06-05", "2024-06-14"),
                decide("2024-06-06"));
    }

    @Test
    void isCompletedByItsOwnEventsOnly() {
        refuses(
                new ClockRefusal.OtherEvent("delivered", Set.of("decided")),
                new Completed(LocalDate.of(2024, 6, 6).atTime(9, 0), "delivered"));
    }

    @Test
    void isSuspendedForLawfulCausesOnly() {
        refuses(
                new ClockRefusal.CauseNotLawful(
                        "holidays", List.of(Terms.REVIEW.title(), Terms.HEARING.title(), Terms.FORCE_MAJEURE.title())),
                new Suspended(LocalDate.of(2024, 6, 5).atTime(9, 0), "holidays", null));
    }

    @Test
    void aSuspensionIsToldInWritingWithTheTimeNeeded() {
        LocalDate day = LocalDate.of(2024, 6, 5);
        refuses(
                new ClockRefusal.NoNotice(Terms.REVIEW.title(), Terms.BASIS),
                new Suspended(day.atTime(9, 0), "expert_review", null));
        refuses(
                new ClockRefusal.NoNotice(Terms.HEARING.title(), Terms.BASIS),
                new Suspended(day.atTime(9, 0), "hearing", null));
        refuses(
                new ClockRefusal.NoticeWithoutTime("7", Terms.BASIS),
                new Suspended(day.atTime(9, 0), "expert_review", new WrittenNotice("7", day, null)));
        refuses(
                new ClockRefusal.NoticeAfterwards("7", day.plusDays(1), day),
                new Suspended(day.atTime(9, 0), "hearing", new WrittenNotice("7", day.plusDays(1), null)));
        refuses(
                new ClockRefusal.NoticeEndsBefore("7", day.minusDays(1), day),
                new Suspended(day.atTime(9, 0), "hearing", new WrittenNotice("7", day, day.minusDays(1))));
        takes(new Suspended(day.atTime(9, 0), "hearing", new WrittenNotice("7", day, null)));
        takes(new Suspended(day.atTime(9, 0), "force_majeure", null));
    }

    @Test
    void isExtendedOnceByTheHeadAndNotBeyondTheMaximum() {
        LocalDateTime at = LocalDate.of(2024, 6, 20).atTime(9, 0);
        Approval clerk = new Approval("u2", "clerk", null);
        Approval head = new Approval("u1", "head", null);
        refuses(new ClockRefusal.ExtensionOutOfRange(11, 10), extend("2024-06-20", 11));
        refuses(new ClockRefusal.ExtensionOutOfRange(0, 10), extend("2024-06-20", 0));
        refuses(new ClockRefusal.NotApproved(new Text("负责人", "the head")), new Extended(at, 5, null, "x"));
        refuses(new ClockRefusal.NotApproved(new Text("负责人", "the head")), new Extended(at, 5, clerk, "x"));
        refuses(new ClockRefusal.NoReason(), new Extended(at, 5, head, " "));
        refuses(
                new ClockRefusal.ExtendedAlready(LocalDate.of(2024, 6, 20), 5),
                extend("2024-06-20", 5),
                extend("2024-06-21", 5));
        takes(extend("2024-06-20", 10));
    }

    @Test
    void isExtendedUpToTheLastDay() {
        takes(extend("2024-07-02", 10));
        refuses(new ClockRefusal.ExtensionAfterEnd(END), extend("2024-07-03", 10));
    }

    @Test
    void isExtendedUpToCloseOfBusinessOnTheLastDay() {
        LegalClock closing = Terms.started(Terms.closing(Terms.of(Limit.working(20)), LocalTime.of(17, 30)), MONDAY);
        Approval head = new Approval("u1", "head", null);
        Extended late = new Extended(END.atTime(17, 31), 5, head, "x");
        assertThat(closing.record(late, calendar)).isEqualTo(new Refused(new ClockRefusal.ExtensionAfterEnd(END)));
        assertThat(clock.record(late, calendar)).isInstanceOf(ClockAnswer.Recorded.class);
    }

    @Test
    void aClockWithoutSuspensionOrExtensionHasNeither() {
        ClockDefinition delivery =
                AdministrativeLicensing.profile().clock("delivery").orElseThrow();
        Started decided = new Started(LocalDate.parse(MONDAY).atTime(9, 0), "decided", null);
        LegalClock bare = LegalClock.start(delivery, decided).orThrow();
        assertThat(bare.record(extend("2024-06-04", 1), calendar)).isEqualTo(new Refused(new ClockRefusal.NoExtension()));
        assertThat(bare.record(suspendUntold("2024-06-04"), calendar))
                .isEqualTo(new Refused(new ClockRefusal.CauseNotLawful("force_majeure", List.of())));
    }

    @Test
    void aReturnNeedsAReason() {
        refuses(
                new ClockRefusal.NoReason(),
                new Returned(LocalDate.of(2024, 6, 5).atTime(9, 0), "review", "acceptance", ""));
    }

    @Test
    void refusalsSpeakBothLanguages() {
        assertThat(new ClockRefusal.CauseNotLawful("holidays", List.of(Terms.REVIEW.title(), Terms.HEARING.title())).text())
                .isEqualTo(new Text(
                        "“holidays”不是中止的法定事由，法定事由为：专家评审、听证",
                        "`holidays` is no lawful cause of a suspension; these are: expert review, hearing"));
        assertThat(new ClockRefusal.NoNotice(Terms.REVIEW.title(), Terms.BASIS).text())
                .isEqualTo(new Text(
                        "因专家评审中止须书面告知申请人（《示例法》第一条）",
                        "a suspension for expert review must be told to the applicant in writing (Sample Law, art. 1)"));
    }

    @Test
    void otherEventsNameThoseThatWouldDo() {
        assertThat(new ClockRefusal.OtherEvent("delivered", Set.of("refused", "decided")).text())
                .isEqualTo(new Text(
                        "“delivered”不起算或终止这个时限，应为“decided”或“refused”",
                        "`delivered` neither starts nor ends this clock; expected is `decided` or `refused`"));
    }

    @Test
    void overlappingTermsAreNoDefinition() {
        ClockTerms first = Terms.of(Limit.working(20));
        assertThatThrownBy(() -> Terms.define(first, first))
                .hasMessage("clock decision has two terms: %s and %s".formatted(Validity.ALWAYS, Validity.ALWAYS));
    }

    /// The last event is refused, those before it are taken.
    private void refuses(ClockRefusal refusal, ClockEvent... events) {
        LegalClock now = clock;
        for (ClockEvent event : List.of(events).subList(0, events.length - 1)) now = now.record(event, calendar).orThrow();
        assertThat(now.record(events[events.length - 1], calendar)).isEqualTo(new Refused(refusal));
    }

    private void takes(ClockEvent event) {
        assertThat(clock.record(event, calendar).orThrow().ledger().last()).isEqualTo(event);
    }
}
