package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;

/// Counts the days on which a clock runs, in days since 1970-01-01 and by the calendar's running counts: the cost depends
/// on the number of suspensions only.
///
/// A stretch of running days is those after `from` up to and including `to`. Where the day of an event counts, all events
/// move back by a day.
final class RunningDays {

    private final WorkingCalendar calendar;
    private final ClockTerms terms;
    private final Pauses pauses;
    private final @Nullable LocalDate ifResumed;
    private final long start;
    private final int shift;

    /// @param today matters while the clock is suspended
    RunningDays(LegalClock clock, WorkingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.terms = clock.terms();
        this.pauses = clock.ledger().pauses(today);
        this.ifResumed =
                clock.ledger().isSuspended() ? LocalDate.ofEpochDay(pauses.lifted(pauses.count() - 1)) : null;
        this.shift = terms.firstDay().value() == FirstDay.COUNTED ? 1 : 0;
        this.start = clock.ledger().start().on().toEpochDay() - shift;
    }

    ClockDue due(Limit limit) {
        boolean working = limit.count() == DayCount.WORKING;
        boolean provisional = false;
        long left = limit.days();
        long from = start;
        int next = 0;
        for (; next < pauses.count(); next++) {
            long to = pauses.ordered(next) - shift;
            long count = count(from, to, working);
            if (count >= left) break;
            left -= count;
            provisional |= working && calendar.anyProvisional(from, to);
            from = pauses.lifted(next) - shift;
        }
        long day = working ? calendar.workingDay(calendar.workingDaysThrough(from) + left) : from + left;
        if (working) {
            provisional |= calendar.anyProvisional(from, day);
        } else if (terms.lastDay().value() == LastDay.MOVES_TO_WORKING_DAY) {
            long counted = day;
            day = runningWorkingDay(counted);
            provisional = calendar.anyProvisional(counted - 1, day);
        }
        boolean afterPause = ifResumed != null && day > ifResumed.toEpochDay() - shift;
        return new ClockDue(LocalDate.ofEpochDay(day), provisional, afterPause ? ifResumed : null);
    }

    /// Running days from the start up to and including `day`.
    int through(LocalDate date, DayCount count) {
        long day = date.toEpochDay();
        boolean working = count == DayCount.WORKING;
        long sum = 0;
        long from = start;
        for (int i = 0; i < pauses.count() && from < day; i++) {
            sum += count(from, Math.min(pauses.ordered(i) - shift, day), working);
            from = pauses.lifted(i) - shift;
        }
        return Math.toIntExact(sum + (from < day ? count(from, day, working) : 0));
    }

    /// Years whose notices may still move the end of `limit`.
    Set<Integer> awaited(Limit limit) {
        Set<Integer> years = new TreeSet<>();
        ClockDue due = due(limit);
        if (!due.provisional()) return years;
        boolean working = limit.count() == DayCount.WORKING;
        for (LocalDate day = LocalDate.ofEpochDay(start + 1); !day.isAfter(due.date()); day = day.plusDays(1)) {
            boolean leansOn = working ? runs(day) : through(day, limit.count()) >= limit.days();
            if (leansOn) years.addAll(calendar.awaitedFor(day));
        }
        return years;
    }

    private boolean runs(LocalDate date) {
        long day = date.toEpochDay();
        for (int i = 0; i < pauses.count(); i++)
            if (day > pauses.ordered(i) - shift && day <= pauses.lifted(i) - shift) return false;
        return true;
    }

    private long count(long from, long to, boolean working) {
        return working ? calendar.workingDaysThrough(to) - calendar.workingDaysThrough(from) : to - from;
    }

    /// `day`, or the next one on which offices work and the clock runs.
    private long runningWorkingDay(long day) {
        long found = nextWorking(day);
        for (int i = 0; i < pauses.count(); i++)
            if (found > pauses.ordered(i) - shift && found <= pauses.lifted(i) - shift)
                found = nextWorking(pauses.lifted(i) - shift + 1);
        return found;
    }

    private long nextWorking(long day) {
        return calendar.isWorkingDay(day) ? day : calendar.workingDay(calendar.workingDaysThrough(day) + 1);
    }
}
