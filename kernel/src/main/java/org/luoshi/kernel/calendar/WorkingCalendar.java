package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Counts working days 工作日 by the published editions.
///
/// Outside the years that have one it follows the weekday, and says so: *provisional*. So are 29 to 31 December of the
/// last published year, which the next year's notice has changed before (in 2007 and 2018).
public final class WorkingCalendar {

    private static final MonthDay OPEN_UNTIL_NEXT_NOTICE = MonthDay.of(12, 29);

    private final NavigableSet<Integer> years = new TreeSet<>();
    private final Map<LocalDate, Day> named = new HashMap<>();
    private final RunningCount working;
    private final RunningCount provisional;

    /// @throws IllegalArgumentException when editions conflict; ask [CalendarConflict#among] first about foreign ones
    public WorkingCalendar(Collection<CalendarEdition> editions) {
        List<CalendarConflict> conflicts = CalendarConflict.among(editions);
        if (!conflicts.isEmpty())
            throw new IllegalArgumentException(conflicts.getFirst().text().en());
        for (CalendarEdition edition : editions) {
            years.add(edition.year());
            named.putAll(edition.days());
        }
        LocalDate from = years.isEmpty() ? LocalDate.EPOCH : LocalDate.of(years.first() - 1, 12, 1);
        LocalDate to = years.isEmpty() ? LocalDate.EPOCH : LocalDate.of(years.last() + 1, 1, 1);
        working = RunningCount.of(
                from, to, date -> kindOf(date) == DayKind.WORKING, WorkingCalendar::weekdaysThrough);
        provisional = RunningCount.of(from, to, this::isProvisional, day -> day);
    }

    /// Years with an edition.
    public NavigableSet<Integer> years() {
        return Collections.unmodifiableNavigableSet(years);
    }

    public DayKind kindOf(LocalDate date) {
        Day day = named.get(date);
        return day == null ? DayKind.byWeekday(date) : day.kind();
    }

    public CalendarDay dayOf(LocalDate date) {
        Day day = named.get(date);
        return new CalendarDay(date, kindOf(date), isProvisional(date), day == null ? null : day.name());
    }

    /// Whether a notice may still change what we say of `date`.
    public boolean isProvisional(LocalDate date) {
        if (named.containsKey(date)) return false;
        if (!years.contains(date.getYear())) return true;
        return MonthDay.from(date).compareTo(OPEN_UNTIL_NEXT_NOTICE) >= 0 && !years.contains(date.getYear() + 1);
    }

    /// The `n`-th working day after `start`, which itself does not count; with 0 `start` as it is, working day or not;
    /// the `-n`-th working day before `start` when negative.
    public DueDate addWorkingDays(LocalDate start, int n) {
        if (n == 0) return new DueDate(start, isProvisional(start));
        LocalDate dayBefore = start.minusDays(1);
        long count = n > 0 ? working.through(start) + n : working.through(dayBefore) + n + 1;
        long furthest = 2 * Math.abs((long) n) + working.span() + 14; // five working days in any seven outside
        LocalDate date = working.reaching(count, start, furthest);
        return new DueDate(date, n > 0 ? anyProvisional(start, date) : anyProvisional(date.minusDays(1), dayBefore));
    }

    /// `date` itself when it is a working day, else the next one: a term that would end on a day off ends then.
    public DueDate workingDayFrom(LocalDate date) {
        return kindOf(date) == DayKind.WORKING ? addWorkingDays(date, 0) : addWorkingDays(date, 1);
    }

    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    public WorkingDayCount workingDaysBetween(LocalDate from, LocalDate to) {
        int days = Math.toIntExact(working.through(to) - working.through(from));
        return new WorkingDayCount(days, to.isBefore(from) ? anyProvisional(to, from) : anyProvisional(from, to));
    }

    /// Among the days after `from` up to and including `to`.
    private boolean anyProvisional(LocalDate from, LocalDate to) {
        return provisional.through(to) > provisional.through(from);
    }

    /// Days since 1970-01-01 to the number of Mondays to Fridays up to and including that day.
    private static long weekdaysThrough(long day) {
        long sinceMonday = day + 4; // 1970-01-01 was a Thursday: three days after a Monday, itself counted
        return 5 * Math.floorDiv(sinceMonday, 7L) + Math.min(Math.floorMod(sinceMonday, 7L), 5);
    }
}
