package org.luoshi.kernel.clock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.AdministrativeLicensing;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.acceptance.Acceptance.Answer;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Accepted;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.NotAccepted;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Noticed;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Supplemented;

/// 行政许可法 art. 32. Received on Friday 27 September 2024: Sunday 29 is worked, 1 to 7 October are off, so the five
/// working days end on Thursday 10 October.
class AcceptanceTest {

    private static final LocalDate RECEIVED = LocalDate.of(2024, 9, 27);
    private static final LocalDate LAST = LocalDate.of(2024, 10, 10);

    private final WorkingCalendar calendar = OfficialCalendars.all();
    private final Acceptance received = Acceptance.of(clock());

    @Test
    void theNoticeIsDueInFiveWorkingDays() {
        assertThat(received.state(calendar, at(LAST)))
                .isEqualTo(new AcceptanceState.Examined(new ClockDue(LAST, false, null)));
    }

    @Test
    void withoutNoticeItIsAcceptedFromTheDayOfReceipt() {
        assertThat(received.state(calendar, at(LAST.plusDays(1))))
                .isEqualTo(new AcceptanceState.DeemedAccepted(RECEIVED, LAST));
        refuses(received, notice(LAST.plusDays(1)), new AcceptanceRefusal.DeemedAccepted(RECEIVED, LAST));
        refuses(
                received,
                new NotAccepted(at(LAST.plusDays(1)), "3", "late"),
                new AcceptanceRefusal.DeemedAccepted(RECEIVED, LAST));
    }

    @Test
    void aNoticeOnTheLastDayIsInTimeAndWaitsForTheApplicant() {
        Acceptance noticed = takes(received, notice(LAST));
        assertThat(noticed.state(calendar, at(LAST.plusDays(60)))).isEqualTo(new AcceptanceState.Awaited(LAST));
    }

    @Test
    void thereIsNoSecondNotice() {
        Acceptance noticed = takes(received, notice(RECEIVED.plusDays(2)));
        refuses(
                noticed,
                notice(RECEIVED.plusDays(3)),
                new AcceptanceRefusal.SecondNotice(RECEIVED.plusDays(2), "补正〔2024〕3号"));
        Acceptance partly = takes(noticed, new Supplemented(at(LAST), false));
        refuses(partly, notice(LAST), new AcceptanceRefusal.SecondNotice(RECEIVED.plusDays(2), "补正〔2024〕3号"));
    }

    @Test
    void aNoticeListsWhatIsMissing() {
        refuses(received, new Noticed(at(LAST), "3", List.of()), new AcceptanceRefusal.EmptyNotice());
    }

    @Test
    void aFullSupplementIsAcceptedOnItsDay() {
        Acceptance noticed = takes(received, notice(RECEIVED.plusDays(2)));
        Acceptance full = takes(noticed, new Supplemented(at(LocalDate.of(2024, 11, 4)), true));
        assertThat(full.state(calendar, at(LocalDate.of(2024, 12, 1))))
                .isEqualTo(new AcceptanceState.Accepted(LocalDate.of(2024, 11, 4)));
        refuses(
                full,
                new Accepted(at(LocalDate.of(2024, 11, 5)), "4"),
                new AcceptanceRefusal.Ended(LocalDate.of(2024, 11, 4), true));
    }

    @Test
    void nothingIsSupplementedUnasked() {
        refuses(received, new Supplemented(at(RECEIVED), true), new AcceptanceRefusal.NothingAsked());
    }

    @Test
    void isAcceptedOrNotOnce() {
        Acceptance accepted = takes(received, new Accepted(at(LAST), "4"));
        assertThat(accepted.state(calendar, at(LAST.plusDays(9)))).isEqualTo(new AcceptanceState.Accepted(LAST));
        Acceptance not = takes(received, new NotAccepted(at(LAST), "4", "not ours"));
        refuses(not, new Accepted(at(LAST), "5"), new AcceptanceRefusal.Ended(LAST, false));
    }

    @Test
    void nothingHappensBeforeWhatHappened() {
        refuses(
                received,
                notice(RECEIVED.minusDays(1)),
                new AcceptanceRefusal.OutOfOrder(at(RECEIVED), at(RECEIVED.minusDays(1))));
    }

    private Acceptance takes(Acceptance acceptance, AcceptanceEvent event) {
        return ((Answer.Recorded) acceptance.record(event, calendar)).acceptance();
    }

    private void refuses(Acceptance acceptance, AcceptanceEvent event, AcceptanceRefusal refusal) {
        assertThat(acceptance.record(event, calendar)).isEqualTo(new Answer.Refused(refusal));
    }

    private static Noticed notice(LocalDate on) {
        return new Noticed(at(on), "补正〔2024〕3号", List.of("安全评价报告"));
    }

    private static LocalDateTime at(LocalDate on) {
        return on.atTime(9, 0);
    }

    private static LegalClock clock() {
        ClockDefinition definition =
                AdministrativeLicensing.profile().clock("supplement_notice").orElseThrow();
        return LegalClock.start(definition, new ClockEvent.Started(at(RECEIVED), "received", null)).orThrow();
    }
}
