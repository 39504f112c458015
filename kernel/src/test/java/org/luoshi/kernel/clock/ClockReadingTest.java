package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.kernel.clock.Terms.decide;
import static org.luoshi.kernel.clock.Terms.extend;
import static org.luoshi.kernel.clock.Terms.resume;
import static org.luoshi.kernel.clock.Terms.suspend;
import static org.luoshi.kernel.clock.Terms.withdraw;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.text.Text;

/// What a clock shows, counted by hand. Twenty working days from Monday 3 June 2024 end on 2 July: 8 to 10 June are off.
class ClockReadingTest {

    private static final String MONDAY = "2024-06-03";

    private final WorkingCalendar calendar = OfficialCalendars.all();
    private final LegalClock clock = Terms.started(Terms.of(Limit.working(20)), MONDAY);

    @ParameterizedTest
    @CsvSource({
        "2024-06-03,  0, 20, 0", // the day of acceptance does not count
        "2024-06-04,  1, 19, 0",
        "2024-06-10,  4, 16, 0", // Dragon Boat Festival
        "2024-06-11,  5, 15, 0",
        "2024-07-02, 20,  0, 0", // the last day
        "2024-07-03, 20,  0, 1",
        "2024-07-06, 20,  0, 3" // a Saturday
    })
    void countsTheDayOfTheReading(String on, int used, int left, int past) {
        ClockReading reading = read(clock, on);
        assertThat(List.of(reading.used(), reading.left(), reading.past())).containsExactly(used, left, past);
        assertThat(reading.due()).isEqualTo(new ClockDue(LocalDate.of(2024, 7, 2), false, null));
    }

    @Test
    void showsForEverWhatItShowedAtItsEnd() {
        LegalClock late = with(clock, decide("2024-07-05"));
        ClockReading reading = read(late, "2025-06-01");
        assertThat(reading).isEqualTo(read(late, "2024-07-05"));
        assertThat(reading.past()).isEqualTo(3);
        assertThat(reading.state()).isEqualTo(new ClockState.Completed(LocalDate.of(2024, 7, 5).atTime(9, 0)));
        assertThat(read(with(clock, withdraw("2024-06-11")), "2025-06-01").used()).isEqualTo(5);
    }

    @Test
    void tellsWhatEachCauseTookAndHowManyDaysItRan() {
        LegalClock twice = with(
                clock,
                suspend("2024-06-05", "2024-06-14"),
                resume("2024-06-14"),
                suspend("2024-06-17", "2024-06-30"),
                withdraw("2024-06-20"));
        assertThat(twice.ledger().suspendedDays("expert_review")).isEqualTo(9 + 3);
        assertThat(twice.ledger().suspendedDays("hearing")).isZero();
        // 4, 5, 15, 16 and 17 June
        assertThat(twice.ran(DayCount.NATURAL, calendar, LocalDate.of(2024, 6, 20))).isEqualTo(5);
        assertThat(twice.ran(DayCount.WORKING, calendar, LocalDate.of(2024, 6, 20))).isEqualTo(3);
    }

    @Test
    void aSuspendedClockIsTakenToResumeWhenItsNoticeSays() {
        LegalClock suspended = with(clock, suspend("2024-06-05", "2024-06-14"));
        ClockReading reading = read(suspended, "2024-06-07");
        assertThat(reading.used()).isEqualTo(2);
        assertThat(reading.left()).isEqualTo(18);
        assertThat(reading.due())
                .isEqualTo(new ClockDue(LocalDate.of(2024, 7, 10), false, LocalDate.of(2024, 6, 14)));
        assertThat(reading.assumptions()).containsExactly(new Assumption.Resumed(LocalDate.of(2024, 6, 14)));
    }

    @Test
    void orTodayWhenThatIsLaterThanTold() {
        LegalClock suspended = with(clock, suspend("2024-06-05", "2024-06-14"));
        ClockReading reading = read(suspended, "2024-06-18");
        assertThat(reading.due())
                .isEqualTo(new ClockDue(LocalDate.of(2024, 7, 12), false, LocalDate.of(2024, 6, 18)));
        ClockState.Suspended state = (ClockState.Suspended) reading.state();
        assertThat(state.isLongerThanTold(LocalDate.of(2024, 6, 14))).isFalse();
        assertThat(state.isLongerThanTold(LocalDate.of(2024, 6, 18))).isTrue();
    }

    @Test
    void aSuspensionAfterTheEndMovesNothing() {
        LegalClock late = with(clock, suspend("2024-07-04", "2024-07-12"), resume("2024-07-12"));
        assertThat(read(late, "2024-07-15").due()).isEqualTo(new ClockDue(LocalDate.of(2024, 7, 2), false, null));
        assertThat(read(late, "2024-07-15").past()).isEqualTo(3); // 3, 4 and 15 July
    }

    @Test
    void anExtensionLengthensTheLawsLimitAndNotThePromise() {
        ClockTerms terms = Terms.of(Limit.working(20))
                .promising(new Cited<>(Limit.working(10), Terms.BASIS));
        LegalClock promised = with(Terms.started(terms, MONDAY), extend("2024-06-20", 10));
        ClockReading reading = read(promised, "2024-06-20");
        assertThat(reading.limit()).isEqualTo(Limit.working(30));
        assertThat(reading.due().date()).isEqualTo(LocalDate.of(2024, 7, 16));
        assertThat(reading.promised()).isEqualTo(new ClockDue(LocalDate.of(2024, 6, 18), false, null));
        assertThat(reading.promisePast()).isEqualTo(2);
        assertThat(reading.overdue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-08-30, MOVES_TO_WORKING_DAY, 2024-09-29", // a worked Sunday
        "2024-09-01, MOVES_TO_WORKING_DAY, 2024-10-08", // 1 October, off until the 7th
        "2024-09-01, STAYS,                2024-10-01",
        "2024-06-05, MOVES_TO_WORKING_DAY, 2024-07-05",
        "2024-06-06, MOVES_TO_WORKING_DAY, 2024-07-08" // a Saturday
    })
    void thirtyNaturalDaysEndOnAWorkingDay(String start, LastDay lastDay, LocalDate due) {
        ClockTerms terms = Terms.of(Limit.natural(30), FirstDay.NOT_COUNTED, lastDay, null);
        assertThat(read(Terms.started(terms, start), due.toString()).due().date()).isEqualTo(due);
    }

    @Test
    void isNotOverdueWhileItsLastDayMovesOn() {
        LegalClock natural = Terms.started(Terms.of(Limit.natural(30)), "2024-09-01");
        assertThat(read(natural, "2024-10-01").left()).isZero();
        assertThat(read(natural, "2024-10-08").past()).isZero();
        assertThat(read(natural, "2024-10-09").past()).isEqualTo(1);
    }

    @Test
    void whereTheDayOfTheEventCountsAllEventsMoveBackByADay() {
        ClockTerms terms = Terms.of(Limit.working(5), FirstDay.COUNTED, LastDay.STAYS, null);
        LegalClock week = Terms.started(terms, MONDAY);
        assertThat(read(week, MONDAY).used()).isEqualTo(1);
        assertThat(read(week, MONDAY).due().date()).isEqualTo(LocalDate.of(2024, 6, 7));
        LegalClock stopped = with(week, suspend("2024-06-05", "2024-06-06"), resume("2024-06-06"));
        assertThat(read(stopped, "2024-06-06").used()).isEqualTo(3); // Monday, Tuesday, Thursday
        assertThat(read(stopped, "2024-06-06").due().date()).isEqualTo(LocalDate.of(2024, 6, 11));
    }

    @Test
    void anActAfterCloseOfBusinessOnTheLastDayIsLate() {
        LegalClock closing =
                Terms.started(Terms.closing(Terms.of(Limit.working(20)), LocalTime.of(17, 30)), MONDAY);
        LocalDate last = LocalDate.of(2024, 7, 2);
        LegalClock inTime = with(closing, new Completed(last.atTime(17, 30), "decided"));
        LegalClock late = with(closing, new Completed(last.atTime(17, 31), "decided"));
        LegalClock anyTime = with(clock, new Completed(last.atTime(23, 59), "decided"));
        assertThat(read(inTime, "2024-07-03").past()).isZero();
        assertThat(read(late, "2024-07-03").past()).isEqualTo(1);
        assertThat(read(anyTime, "2024-07-03").past()).isZero();
    }

    @Test
    void leansOnTheNextYearOnlyWhereItsDaysAreCounted() {
        LegalClock working = Terms.started(Terms.of(Limit.working(20)), "2026-12-10");
        assertThat(read(working, "2026-12-10").due())
                .isEqualTo(new ClockDue(LocalDate.of(2027, 1, 7), true, null));
        assertThat(read(working, "2026-12-10").assumptions()).containsExactly(new Assumption.Unpublished(2027));
        LegalClock beforeNewYear = Terms.started(Terms.of(Limit.working(12)), "2026-12-10");
        assertThat(read(beforeNewYear, "2026-12-10").due())
                .isEqualTo(new ClockDue(LocalDate.of(2026, 12, 28), false, null));
        LegalClock december29 = Terms.started(Terms.of(Limit.working(13)), "2026-12-10");
        assertThat(read(december29, "2026-12-10").due().provisional()).isTrue();
        LegalClock natural = Terms.started(Terms.of(Limit.natural(15)), "2026-12-10");
        assertThat(read(natural, "2026-12-10").due()).isEqualTo(new ClockDue(LocalDate.of(2026, 12, 25), false, null));
        LegalClock overNewYear = Terms.started(Terms.of(Limit.natural(30)), "2026-12-10");
        assertThat(read(overNewYear, "2026-12-10").due())
                .isEqualTo(new ClockDue(LocalDate.of(2027, 1, 11), true, null));
        LegalClock fixed =
                Terms.started(Terms.of(Limit.natural(30), FirstDay.NOT_COUNTED, LastDay.STAYS, null), "2026-12-10");
        assertThat(read(fixed, "2026-12-10").due()).isEqualTo(new ClockDue(LocalDate.of(2027, 1, 9), false, null));
    }

    @Test
    void naturalDaysLeanOnTheYearOfTheirEndOnly() {
        LegalClock natural = Terms.started(Terms.of(Limit.natural(30)), "2027-12-10");
        assertThat(read(natural, "2027-12-10").due().date()).isEqualTo(LocalDate.of(2028, 1, 10));
        assertThat(read(natural, "2027-12-10").assumptions()).containsExactly(new Assumption.Unpublished(2028));
        LegalClock working = Terms.started(Terms.of(Limit.working(20)), "2027-12-10");
        assertThat(read(working, "2027-12-10").assumptions())
                .containsExactly(new Assumption.Unpublished(2027), new Assumption.Unpublished(2028));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-17, ",
        "2024-06-18, promise_near", // the promise's last day
        "2024-06-19, promise_past",
        "2024-06-28, yellow", // two days left
        "2024-07-01, orange",
        "2024-07-03, red"
    })
    void theFirstLevelThatHoldsIsTheClocks(String on, String level) {
        ClockTerms terms = Terms.of(Limit.working(20))
                .promising(new Cited<>(Limit.working(10), Terms.BASIS))
                .levelled(List.of(
                        level("red", LimitKind.LEGAL, DueLevel.Side.PAST, 1),
                        level("orange", LimitKind.LEGAL, DueLevel.Side.LEFT, 1),
                        level("yellow", LimitKind.LEGAL, DueLevel.Side.LEFT, 2),
                        level("promise_past", LimitKind.PROMISED, DueLevel.Side.PAST, 1),
                        level("promise_near", LimitKind.PROMISED, DueLevel.Side.LEFT, 0)));
        DueLevel found = read(Terms.started(terms, MONDAY), on).level();
        assertThat(found == null ? null : found.id()).isEqualTo(level);
    }

    @Test
    void aClockPastItsEndIsNotNearIt() {
        ClockTerms terms = Terms.of(Limit.working(20))
                .levelled(List.of(level("yellow", LimitKind.LEGAL, DueLevel.Side.LEFT, 2)));
        assertThat(read(Terms.started(terms, MONDAY), "2024-07-03").level()).isNull();
    }

    @Test
    void anEndedClockHasNoLevel() {
        ClockTerms terms = Terms.of(Limit.working(20))
                .levelled(List.of(level("red", LimitKind.LEGAL, DueLevel.Side.PAST, 1)));
        LegalClock late = with(Terms.started(terms, MONDAY), decide("2024-07-05"));
        assertThat(read(late, "2024-07-05").level()).isNull();
    }

    @Test
    void cannotBeReadBeforeWhatHappened() {
        LegalClock suspended = with(clock, suspend("2024-06-05", "2024-06-14"));
        assertThatThrownBy(() -> read(suspended, "2024-06-04")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPromiseIsNoLongerThanTheLaw() {
        Cited<Limit> longer = new Cited<>(Limit.working(21), Terms.BASIS);
        assertThatThrownBy(() -> Terms.of(Limit.working(20)).promising(longer))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ClockTerms.exceeds(Limit.natural(21), Limit.working(20))).isFalse();
        assertThat(ClockTerms.exceeds(Limit.working(21), Limit.natural(20))).isTrue();
    }

    private static DueLevel level(String id, LimitKind of, DueLevel.Side side, int days) {
        return new DueLevel(id, Text.same(id), of, side, days);
    }

    private LegalClock with(LegalClock clock, ClockEvent... events) {
        LegalClock now = clock;
        for (ClockEvent event : events) now = now.record(event, calendar).orThrow();
        return now;
    }

    private ClockReading read(LegalClock clock, String on) {
        return clock.read(calendar, LocalDate.parse(on).atTime(12, 0));
    }
}
