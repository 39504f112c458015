package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Counts working days 工作日 by the published editions.
///
/// Outside the years that have one it follows the weekday, and says so: *provisional*. So are 29 to 31 December of the
/// last published year, which the next year's notice has changed before (in 2007 and 2018).
public final class WorkingCalendar {

    private static final MonthDay OPEN_UNTIL_NEXT_NOTICE = MonthDay.of(12, 29);

    private final NavigableSet<Integer> years = new TreeSet<>();
    private final Map<LocalDate, Day> named = new HashMap<>();
    private final Map<LocalDate, List<Notice>> notices = new HashMap<>();
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
            for (LocalDate date : edition.days().keySet()) notices.put(date, edition.notices());
        }
        LocalDate from = years.isEmpty() ? LocalDate.EPOCH : LocalDate.of(years.first() - 1, 12, 1);
        LocalDate to = years.isEmpty() ? LocalDate.EPOCH : LocalDate.of(years.last() + 1, 1, 1);
        RunningCount.Rule weekdays =
                new RunningCount.Rule(WorkingCalendar::weekdaysThrough, WorkingCalendar::weekdaysReaching);
        working = RunningCount.of(from, to, date -> kindOf(date) == DayKind.WORKING, weekdays);
        provisional = RunningCount.of(from, to, this::isProvisional, RunningCount.Rule.EVERY_DAY);
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

    /// The notices of the edition that names `date`; none where the weekday decides.
    public List<Notice> noticesOn(LocalDate date) {
        return notices.getOrDefault(date, List.of());
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
        long first = start.toEpochDay();
        long through = workingDaysThrough(n > 0 ? first : first - 1);
        long day = workingDay(n > 0 ? through + n : through + n + 1);
        return new DueDate(
                LocalDate.ofEpochDay(day), n > 0 ? anyProvisional(first, day) : anyProvisional(day - 1, first - 1));
    }

    /// `date` itself when it is a working day, else the next one: a term that would end on a day off ends then.
    public DueDate workingDayFrom(LocalDate date) {
        return kindOf(date) == DayKind.WORKING ? addWorkingDays(date, 0) : addWorkingDays(date, 1);
    }

    /// Working days after `from` up to and including `to`; negative when `to` is earlier.
    public WorkingDayCount workingDaysBetween(LocalDate from, LocalDate to) {
        long first = from.toEpochDay();
        long last = to.toEpochDay();
        int days = Math.toIntExact(workingDaysThrough(last) - workingDaysThrough(first));
        return new WorkingDayCount(days, anyProvisional(Math.min(first, last), Math.max(first, last)));
    }

    /// Whether offices work on `day`, counted from 1970-01-01 as all days of the following methods are, which make no
    /// objects and cost the same however far the days are apart.
    public boolean isWorkingDay(long day) {
        return working.through(day) != working.through(day - 1);
    }

    /// Working days up to and including `day`. Only differences mean anything.
    public long workingDaysThrough(long day) {
        return working.through(day);
    }

    /// The working day on which [#workingDaysThrough] reaches `count`.
    public long workingDay(long count) {
        return working.reaching(count);
    }

    /// Whether a notice may still change what we say of one of the days after `from` up to and including `to`.
    public boolean anyProvisional(long from, long to) {
        return provisional.through(to) > provisional.through(from);
    }

    /// The years whose notices may still change what we say of `date`.
    public Set<Integer> awaitedFor(LocalDate date) {
        if (!isProvisional(date)) return Set.of();
        Set<Integer> awaited = new TreeSet<>();
        if (!years.contains(date.getYear())) awaited.add(date.getYear());
        if (MonthDay.from(date).compareTo(OPEN_UNTIL_NEXT_NOTICE) >= 0 && !years.contains(date.getYear() + 1))
            awaited.add(date.getYear() + 1);
        return awaited;
    }

    /// Days since 1970-01-01 to the number of Mondays to Fridays up to and including that day.
    private static long weekdaysThrough(long day) {
        long sinceMonday = day + 4; // 1970-01-01 was a Thursday: three days after a Monday, itself counted
        return 5 * Math.floorDiv(sinceMonday, 7L) + Math.min(Math.floorMod(sinceMonday, 7L), 5);
    }

    /// The inverse: the day on which the number of Mondays to Fridays reaches `count`.
    private static long weekdaysReaching(long count) {
        long weeks = Math.floorDiv(count - 1, 5L);
        return 7 * weeks + (count - 5 * weeks) - 4;
    }
}
