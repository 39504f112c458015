package org.luoshi.kernel.clock.acceptance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Accepted;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Noticed;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.NotAccepted;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent.Supplemented;

/// The append-only ledger of an application from its receipt to its acceptance.
///
/// @param clock of the notice: it started on the day of receipt
/// @param events in order
public record Acceptance(LegalClock clock, List<AcceptanceEvent> events) {

    public Acceptance {
        events = List.copyOf(events);
    }

    public static Acceptance of(LegalClock received) {
        return new Acceptance(received, List.of());
    }

    /// What comes of an event.
    public sealed interface Answer {

        record Recorded(Acceptance acceptance) implements Answer {}

        record Refused(AcceptanceRefusal refusal) implements Answer {}
    }

    public Answer record(AcceptanceEvent event, WorkingCalendar calendar) {
        AcceptanceRefusal refusal = against(event, calendar);
        if (refusal != null) return new Answer.Refused(refusal);
        List<AcceptanceEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Answer.Recorded(new Acceptance(clock, more));
    }

    public AcceptanceState state(WorkingCalendar calendar, LocalDateTime now) {
        LocalDate received = clock.ledger().start().on();
        ClockDue noticeBy = clock.legalDue(calendar, now.toLocalDate());
        return switch (events.isEmpty() ? null : events.getLast()) {
            case Accepted accepted -> new AcceptanceState.Accepted(accepted.on());
            case NotAccepted refused -> new AcceptanceState.NotAccepted(refused.on());
            case Supplemented supplemented when supplemented.complete() ->
                new AcceptanceState.Accepted(supplemented.on());
            case Supplemented _, Noticed _ -> new AcceptanceState.Awaited(noticed().on());
            case null ->
                clock.dayFor(now).isAfter(noticeBy.date())
                        ? new AcceptanceState.DeemedAccepted(received, noticeBy.date())
                        : new AcceptanceState.Examined(noticeBy);
        };
    }

    private @Nullable AcceptanceRefusal against(AcceptanceEvent event, WorkingCalendar calendar) {
        LocalDateTime last =
                events.isEmpty() ? clock.ledger().start().at() : events.getLast().at();
        if (event.at().isBefore(last)) return new AcceptanceRefusal.OutOfOrder(last, event.at());
        return switch (state(calendar, event.at())) {
            case AcceptanceState.Accepted accepted -> new AcceptanceRefusal.Ended(accepted.from(), true);
            case AcceptanceState.NotAccepted refused -> new AcceptanceRefusal.Ended(refused.on(), false);
            case AcceptanceState.DeemedAccepted deemed ->
                new AcceptanceRefusal.DeemedAccepted(deemed.from(), deemed.missed());
            case AcceptanceState.Examined _ -> beforeNotice(event);
            case AcceptanceState.Awaited awaited ->
                event instanceof Noticed ? new AcceptanceRefusal.SecondNotice(awaited.noticed(), noticed().number()) : null;
        };
    }

    private static @Nullable AcceptanceRefusal beforeNotice(AcceptanceEvent event) {
        return switch (event) {
            case Noticed noticed when noticed.items().isEmpty() -> new AcceptanceRefusal.EmptyNotice();
            case Supplemented _ -> new AcceptanceRefusal.NothingAsked();
            case Noticed _, Accepted _, NotAccepted _ -> null;
        };
    }

    private Noticed noticed() {
        for (AcceptanceEvent event : events) if (event instanceof Noticed noticed) return noticed;
        throw new IllegalStateException("nothing asked: " + events);
    }
}
