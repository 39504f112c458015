package org.luoshi.bench.clock;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;

/// The reference: a licensing clock's last day found by going through the calendar, as one would write it first.
final class DayByDay {

    private DayByDay() {}

    static LocalDate due(LegalClock clock, WorkingCalendar calendar) {
        LocalDate day = clock.ledger().start().on();
        for (int left = clock.legalLimit().days(); left > 0; ) {
            day = day.plusDays(1);
            if (calendar.kindOf(day) == DayKind.WORKING && !suspended(clock.ledger().events(), day)) left--;
        }
        return day;
    }

    private static boolean suspended(List<ClockEvent> events, LocalDate day) {
        boolean suspended = false;
        for (ClockEvent event : events) {
            if (!event.on().isBefore(day)) break;
            if (event instanceof ClockEvent.Suspended) suspended = true;
            if (event instanceof ClockEvent.Resumed) suspended = false;
        }
        return suspended;
    }
}
