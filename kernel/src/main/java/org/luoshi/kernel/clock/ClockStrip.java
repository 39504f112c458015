package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.calendar.CalendarDay;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.WorkingCalendar;

/// Goes through a limit day by day and says of each what it is.
final class ClockStrip {

    private final LegalClock clock;
    private final Limit limit;
    private final int extension;
    private final WorkingCalendar calendar;
    private final LocalDate until;
    private final LocalDate due;
    private final List<Suspension> suspensions = new ArrayList<>();
    private int number;
    private int past;

    /// @param extension how many of the limit's days are there by extension: the last ones
    /// @param until the day of the end, or today
    ClockStrip(LegalClock clock, Limit limit, int extension, WorkingCalendar calendar, LocalDate until) {
        this.clock = clock;
        this.limit = limit;
        this.extension = extension;
        this.calendar = calendar;
        this.until = until;
        this.due = new RunningDays(clock, calendar, until).due(limit).date();
        Pauses pauses = clock.ledger().pauses(until);
        for (ClockEvent event : clock.ledger().events())
            if (event instanceof ClockEvent.Suspended ordered) {
                long lifted = pauses.lifted(suspensions.size());
                suspensions.add(new Suspension(ordered, LocalDate.ofEpochDay(lifted)));
            }
    }

    private record Suspension(ClockEvent.Suspended ordered, LocalDate lifted) {

        boolean covers(LocalDate day, FirstDay firstDay) {
            return switch (firstDay) {
                case NOT_COUNTED -> day.isAfter(ordered.on()) && !day.isAfter(lifted);
                case COUNTED -> !day.isBefore(ordered.on()) && day.isBefore(lifted);
            };
        }
    }

    /// @throws IllegalStateException when the days do not add up to the limit
    List<ClockDay> days() {
        List<ClockDay> days = new ArrayList<>();
        LocalDate last = until.isAfter(due) ? until : due;
        for (LocalDate date = clock.ledger().start().on(); !date.isAfter(last); date = date.plusDays(1)) {
            DayReason reason = reason(date);
            days.add(new ClockDay(calendar.dayOf(date), reason, number, date.equals(due), eventsOn(date)));
        }
        if (number != limit.days())
            throw new IllegalStateException("counted %d of %s up to %s: %s".formatted(number, limit, due, clock));
        return days;
    }

    private DayReason reason(LocalDate date) {
        FirstDay firstDay = clock.terms().firstDay().value();
        if (firstDay == FirstDay.NOT_COUNTED && date.equals(clock.ledger().start().on())) return new DayReason.Start();
        for (Suspension suspension : suspensions)
            if (suspension.covers(date, firstDay)) return suspended(suspension.ordered());
        CalendarDay day = calendar.dayOf(date);
        boolean counts = limit.count() == DayCount.NATURAL || day.kind() == DayKind.WORKING;
        if (date.isAfter(due)) return counts ? new DayReason.Past(++past) : off(day);
        if (number == limit.days()) return new DayReason.Moved(date.equals(due));
        return counts ? counted(day) : off(day);
    }

    private DayReason counted(CalendarDay day) {
        boolean weekend = day.date().getDayOfWeek().getValue() > 5;
        boolean exchanged = limit.count() == DayCount.WORKING && weekend;
        number++;
        return new DayReason.Counted(number, number > limit.days() - extension, exchanged ? day.name() : null);
    }

    private DayReason off(CalendarDay day) {
        return day.name() == null
                ? new DayReason.Weekend()
                : new DayReason.Holiday(day.name(), calendar.noticesOn(day.date()));
    }

    private DayReason suspended(ClockEvent.Suspended event) {
        return new DayReason.Suspended(clock.terms().cause(event.cause()).orElseThrow(), event.notice());
    }

    private List<ClockEvent> eventsOn(LocalDate date) {
        return clock.ledger().events().stream()
                .filter(event -> event.on().equals(date))
                .toList();
    }
}
