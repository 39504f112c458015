package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.kernel.calendar.CalendarDay;

/// One day of a clock's strip.
///
/// @param calendar what the calendar knows of it
/// @param reason why it is counted or not
/// @param number of days counted so far, this one included
/// @param due whether it is the last day of the limit
/// @param events of the ledger on that day
public record ClockDay(
        CalendarDay calendar, DayReason reason, int number, boolean due, List<ClockEvent> events) {

    public ClockDay {
        events = List.copyOf(events);
    }

    public LocalDate date() {
        return calendar.date();
    }

    public boolean counted() {
        return reason instanceof DayReason.Counted;
    }
}
