package org.luoshi.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.luoshi.kernel.text.Text;

/// The calendar against counting on one's fingers. Its editions are random, with a year missing in the middle.
class WorkingCalendarLawsTest {

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.randomValue(WorkingCalendarLawsTest::calendar);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(LocalDate.of(2027, 1, 1).toEpochDay(), LocalDate.of(2036, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 300)
    void addsAsOneDoesDayByDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(min = -400, max = 400) int n) {
        int step = Integer.signum(n);
        LocalDate date = start;
        boolean provisional = n == 0 && calendar.isProvisional(start);
        for (int left = Math.abs(n); left > 0; ) {
            date = date.plusDays(step);
            provisional |= calendar.isProvisional(date);
            if (calendar.kindOf(date) == DayKind.WORKING) left--;
        }
        assertThat(calendar.addWorkingDays(start, n)).isEqualTo(new DueDate(date, provisional));
    }

    @Property(tries = 300)
    void countsAsOneDoesDayByDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(max = 1500) int length) {
        int days = 0;
        boolean provisional = false;
        for (int i = 1; i <= length; i++) {
            LocalDate date = from.plusDays(i);
            if (calendar.kindOf(date) == DayKind.WORKING) days++;
            provisional |= calendar.isProvisional(date);
        }
        LocalDate to = from.plusDays(length);
        assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(new WorkingDayCount(days, provisional));
        assertThat(calendar.workingDaysBetween(to, from)).isEqualTo(new WorkingDayCount(-days, provisional));
    }

    @Property(tries = 300)
    void aTermIsAsLongAsWasAsked(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(max = 5000) int n) {
        LocalDate due = calendar.addWorkingDays(start, n).date();
        assertThat(calendar.workingDaysBetween(start, due).days()).isEqualTo(n);
    }

    @Property(tries = 300)
    void everyWorkingDayIsTheOneOnWhichItsCountIsReached(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("dates") LocalDate date) {
        long day = date.toEpochDay();
        boolean works = calendar.kindOf(date) == DayKind.WORKING;
        assertThat(calendar.isWorkingDay(day)).isEqualTo(works);
        long reached = calendar.workingDay(calendar.workingDaysThrough(day));
        assertThat(reached == day).isEqualTo(works);
        assertThat(reached).isLessThanOrEqualTo(day);
        assertThat(calendar.isWorkingDay(reached)).isTrue();
    }

    @Property(tries = 300)
    void onlyProvisionalDaysAwaitANotice(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("dates") LocalDate date) {
        assertThat(calendar.awaitedFor(date).isEmpty()).isNotEqualTo(calendar.isProvisional(date));
        assertThat(calendar.awaitedFor(date)).noneMatch(calendar.years()::contains);
    }

    private static WorkingCalendar calendar(Random random) {
        List<CalendarEdition> editions = new ArrayList<>();
        for (int year : List.of(2029, 2030, 2032, 2033)) {
            Map<LocalDate, Day> days = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                DayKind kind = random.nextInt(3) == 0 ? DayKind.WORKING : DayKind.OFF;
                days.put(LocalDate.ofYearDay(year, 1 + random.nextInt(365)), new Day(kind, Text.same("x")));
            }
            editions.add(new CalendarEdition(year, List.of(), days));
        }
        return new WorkingCalendar(editions);
    }
}
