package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.ClockEvent.Withdrawn;

/// The law read aloud, one day at a time: what clocks are compared with.
final class Fingers {

    private final ClockTerms terms;
    private final WorkingCalendar calendar;
    private final LocalDate firstDay;
    private final Set<LocalDate> stopped = new HashSet<>();

    Fingers(ClockTerms terms, List<ClockEvent> events, WorkingCalendar calendar, LocalDate today) {
        this.terms = terms;
        this.calendar = calendar;
        this.firstDay = first(events.getFirst().on());
        Suspended open = null;
        for (ClockEvent event : events) {
            if (event instanceof Suspended suspended) open = suspended;
            if (open != null && (event instanceof Resumed
                            || event instanceof Withdrawn
                            || event instanceof ClockEvent.Discontinued)) {
                stop(open.on(), event.on());
                open = null;
            }
        }
        if (open != null) {
            LocalDate told = open.notice() == null ? today : open.notice().until();
            stop(open.on(), told == null || told.isBefore(today) ? today : told);
        }
    }

    /// The last day of `limit`.
    LocalDate due(Limit limit) {
        LocalDate day = firstDay.minusDays(1);
        for (int left = limit.days(); left > 0; ) {
            day = day.plusDays(1);
            if (counts(day, limit)) left--;
        }
        boolean moves = limit.count() == DayCount.NATURAL && moves();
        while (moves && (stopped.contains(day) || calendar.kindOf(day) == DayKind.OFF)) day = day.plusDays(1);
        return day;
    }

    /// Days of `limit` gone by at the end of `day`, without end.
    int gone(LocalDate day, Limit limit) {
        int gone = 0;
        for (LocalDate at = firstDay; !at.isAfter(day); at = at.plusDays(1)) if (counts(at, limit)) gone++;
        return gone;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    boolean runs(LocalDate day) {
        return !stopped.contains(day);
    }

    /// Whether a last day off moves on.
    boolean moves() {
        return terms.lastDay().value() == LastDay.MOVES_TO_WORKING_DAY;
    }

    boolean counts(LocalDate day, Limit limit) {
        boolean kind = limit.count() == DayCount.NATURAL || calendar.kindOf(day) == DayKind.WORKING;
        return kind && !stopped.contains(day) && !day.isBefore(firstDay);
    }

    private LocalDate first(LocalDate event) {
        return terms.firstDay().value() == FirstDay.COUNTED ? event : event.plusDays(1);
    }

    private void stop(LocalDate ordered, LocalDate lifted) {
        for (LocalDate day = first(ordered); day.isBefore(first(lifted)); day = day.plusDays(1)) stopped.add(day);
    }
}
