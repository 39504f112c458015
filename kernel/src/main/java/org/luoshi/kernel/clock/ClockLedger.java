package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Started;
import org.luoshi.kernel.clock.ClockEvent.Suspended;

/// All that happened to one clock, in order, beginning with its start. Nothing is ever taken out.
///
/// Only a [LegalClock] makes one, so what stands in it is lawful.
public final class ClockLedger {

    private final List<ClockEvent> events;
    private final Pauses pauses;

    ClockLedger(Started start) {
        this(List.of(start), Pauses.NONE);
    }

    private ClockLedger(List<ClockEvent> events, Pauses pauses) {
        this.events = events;
        this.pauses = pauses;
    }

    ClockLedger with(ClockEvent event) {
        ClockEvent[] more = events.toArray(new ClockEvent[events.size() + 1]);
        more[events.size()] = event;
        Pauses then =
                switch (event) {
                    case Suspended suspended -> pauses.from(suspended.on().toEpochDay());
                    case Resumed _, ClockEvent.Withdrawn _, ClockEvent.Discontinued _ when isSuspended() ->
                        pauses.to(event.on().toEpochDay());
                    default -> pauses;
                };
        return new ClockLedger(List.of(more), then);
    }

    public List<ClockEvent> events() {
        return events;
    }

    public Started start() {
        return (Started) events.getFirst();
    }

    public ClockEvent last() {
        return events.getLast();
    }

    /// Days by which the legal limit was extended, 0 when it was not.
    public int extension() {
        Extended extended = extended();
        return extended == null ? 0 : extended.days();
    }

    public @Nullable Extended extended() {
        for (ClockEvent event : events) if (event instanceof Extended extended) return extended;
        return null;
    }

    /// The suspension that has not ended.
    public @Nullable Suspended suspended() {
        if (!isSuspended()) return null;
        for (ClockEvent event : events.reversed()) if (event instanceof Suspended suspended) return suspended;
        throw new IllegalStateException("suspended by no event: " + events);
    }

    public boolean isSuspended() {
        return pauses.isOpen();
    }

    /// The event that ended the clock.
    public @Nullable ClockEvent end() {
        for (ClockEvent event : events.reversed())
            if (event instanceof ClockEvent.Completed
                    || event instanceof ClockEvent.Withdrawn
                    || event instanceof ClockEvent.Discontinued) return event;
        return null;
    }

    /// Natural days that suspensions for a cause have taken out of the limit; one that is not lifted yet has none.
    public int suspendedDays(String cause) {
        long days = 0;
        @Nullable LocalDate ordered = null;
        for (ClockEvent event : events) {
            switch (event) {
                case Suspended suspended -> ordered = suspended.cause().equals(cause) ? suspended.on() : null;
                case Resumed _, ClockEvent.Withdrawn _, ClockEvent.Discontinued _ -> {
                    if (ordered != null) days += ChronoUnit.DAYS.between(ordered, event.on());
                    ordered = null;
                }
                default -> {}
            }
        }
        return Math.toIntExact(days);
    }

    /// Suspensions by the days on which they were ordered and lifted; the last one is lifted on `today`, or on the later
    /// day that its notice told, if it has not ended.
    Pauses pauses(LocalDate today) {
        Suspended open = suspended();
        if (open == null) return pauses;
        LocalDate told = open.notice() == null ? null : open.notice().until();
        LocalDate until = told != null && told.isAfter(today) ? told : today;
        return pauses.to(Math.max(until.toEpochDay(), open.on().toEpochDay()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClockLedger ledger && events.equals(ledger.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return events.toString();
    }
}
