package org.luoshi.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

class WorkingCalendarTest {

    private static final Day OFF = new Day(DayKind.OFF, new Text("国庆节", "National Day"));
    private static final Day WORKED = new Day(DayKind.WORKING, new Text("国庆节", "National Day"));
    private static final LocalDate FRIDAY = LocalDate.of(2030, 9, 27);

    /// Invented: 1 and 2 October (Tuesday, Wednesday) off, Sunday 29 September worked in exchange.
    private final WorkingCalendar calendar = new WorkingCalendar(List.of(new CalendarEdition(
            2030,
            List.of(new Notice("synthetic notice", null, null, null)),
            Map.of(
                    LocalDate.of(2030, 9, 29), WORKED,
                    LocalDate.of(2030, 10, 1), OFF,
                    LocalDate.of(2030, 10, 2), OFF))));

    @Test
    void noticesOverruleTheWeekday() {
        assertThat(calendar.kindOf(LocalDate.of(2030, 9, 29))).isEqualTo(DayKind.WORKING);
        assertThat(calendar.dayOf(LocalDate.of(2030, 10, 1)))
                .isEqualTo(new CalendarDay(LocalDate.of(2030, 10, 1), DayKind.OFF, false, OFF.name()));
        assertThat(calendar.dayOf(LocalDate.of(2030, 10, 5)))
                .isEqualTo(new CalendarDay(LocalDate.of(2030, 10, 5), DayKind.OFF, false, null));
    }

    @Test
    void theStartDoesNotCountTowardsATerm() {
        assertThat(calendar.addWorkingDays(FRIDAY, 1)).isEqualTo(new DueDate(LocalDate.of(2030, 9, 29), false));
        assertThat(calendar.addWorkingDays(FRIDAY, 3)).isEqualTo(new DueDate(LocalDate.of(2030, 10, 3), false));
        assertThat(calendar.addWorkingDays(FRIDAY, 0)).isEqualTo(new DueDate(FRIDAY, false));
        assertThat(calendar.addWorkingDays(LocalDate.of(2030, 10, 3), -3)).isEqualTo(new DueDate(FRIDAY, false));
    }

    @Test
    void countsTheLastDayButNotTheFirst() {
        assertThat(calendar.workingDaysBetween(FRIDAY, LocalDate.of(2030, 10, 3)))
                .isEqualTo(new WorkingDayCount(3, false));
        assertThat(calendar.workingDaysBetween(LocalDate.of(2030, 10, 3), FRIDAY))
                .isEqualTo(new WorkingDayCount(-3, false));
        assertThat(calendar.workingDaysBetween(FRIDAY, FRIDAY)).isEqualTo(new WorkingDayCount(0, false));
    }

    @Test
    void aTermThatEndsOnADayOffEndsOnTheNextWorkingDay() {
        assertThat(calendar.workingDayFrom(LocalDate.of(2030, 10, 1)).date()).isEqualTo("2030-10-03");
        assertThat(calendar.workingDayFrom(LocalDate.of(2030, 10, 3)).date()).isEqualTo("2030-10-03");
    }

    @Test
    void aYearWithoutANoticeIsAssumedAndSaidSo() {
        LocalDate monday = LocalDate.of(2031, 3, 3);
        assertThat(calendar.dayOf(monday)).isEqualTo(new CalendarDay(monday, DayKind.WORKING, true, null));
        assertThat(calendar.addWorkingDays(monday, 20)).isEqualTo(new DueDate(LocalDate.of(2031, 3, 31), true));
        assertThat(calendar.addWorkingDays(LocalDate.of(2029, 3, 5), -5))
                .isEqualTo(new DueDate(LocalDate.of(2029, 2, 26), true));
    }

    @Test
    void aTermThatReachesIntoAnUnpublishedYearIsProvisional() {
        LocalDate december = LocalDate.of(2030, 12, 20);
        assertThat(calendar.addWorkingDays(december, 5).provisional()).isFalse();
        assertThat(calendar.addWorkingDays(december, 30).provisional()).isTrue();
        assertThat(calendar.workingDaysBetween(december, LocalDate.of(2031, 1, 10)).provisional()).isTrue();
    }

    @Test
    void theLastDaysOfDecemberWaitForTheNextYearsNotice() {
        assertThat(calendar.isProvisional(LocalDate.of(2030, 12, 28))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2030, 12, 29))).isTrue();
        WorkingCalendar next = new WorkingCalendar(List.of(edition(2030, Map.of()), edition(2031, Map.of())));
        assertThat(next.isProvisional(LocalDate.of(2030, 12, 29))).isFalse();
    }

    @Test
    void saysWhichNoticesAreAwaited() {
        assertThat(calendar.awaitedFor(LocalDate.of(2030, 12, 28))).isEmpty();
        assertThat(calendar.awaitedFor(LocalDate.of(2030, 12, 29))).containsExactly(2031);
        assertThat(calendar.awaitedFor(LocalDate.of(2031, 3, 3))).containsExactly(2031);
        assertThat(calendar.awaitedFor(LocalDate.of(2031, 12, 30))).containsExactly(2031, 2032);
        assertThat(calendar.awaitedFor(LocalDate.of(2029, 12, 30))).containsExactly(2029);
    }

    @Test
    void saysWhichNoticesNameADay() {
        assertThat(calendar.noticesOn(LocalDate.of(2030, 10, 1)))
                .containsExactly(new Notice("synthetic notice", null, null, null));
        assertThat(calendar.noticesOn(LocalDate.of(2030, 10, 3))).isEmpty();
    }

    @Test
    void worksWithoutAnyEdition() {
        WorkingCalendar none = new WorkingCalendar(List.of());
        assertThat(none.addWorkingDays(LocalDate.of(2025, 9, 26), 5))
                .isEqualTo(new DueDate(LocalDate.of(2025, 10, 3), true));
    }

    @Test
    void editionsThatDisagreeAreReported() {
        LocalDate newYearsEve = LocalDate.of(2029, 12, 31);
        List<CalendarEdition> editions = List.of(
                edition(2029, Map.of(newYearsEve, WORKED)),
                edition(2030, Map.of(newYearsEve, OFF)),
                edition(2030, Map.of()));
        assertThat(CalendarConflict.among(editions))
                .containsExactly(
                        new CalendarConflict.SameDay(newYearsEve, 2029, 2030), new CalendarConflict.SameYear(2030));
        assertThatThrownBy(() -> new WorkingCalendar(editions))
                .hasMessage("the calendars of 2029 and 2030 disagree about 2029-12-31");
    }

    @Test
    void anEditionKeepsToItsYear() {
        assertThatThrownBy(() -> edition(2030, Map.of(LocalDate.of(2029, 11, 30), OFF)))
                .hasMessage("edition 2030 names 2029-11-30");
    }

    private static CalendarEdition edition(int year, Map<LocalDate, Day> days) {
        return new CalendarEdition(year, List.of(), days);
    }
}
