package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer.Recorded;
import org.luoshi.kernel.clock.ClockAnswer.Refused;
import org.luoshi.kernel.clock.ClockEvent.Started;

/// A clock that runs, or ran.
///
/// @param terms those that were in force on the day of its start
public record LegalClock(ClockDefinition definition, ClockTerms terms, ClockLedger ledger) {

    /// A clock that begins with `start`, if it may.
    public static ClockAnswer start(ClockDefinition definition, Started start) {
        if (!start.event().equals(definition.startedBy()))
            return new Refused(new ClockRefusal.OtherEvent(start.event(), Set.of(definition.startedBy())));
        return definition
                .termsOn(start.on())
                .<ClockAnswer>map(terms -> new Recorded(new LegalClock(definition, terms, new ClockLedger(start))))
                .orElseGet(() -> new Refused(new ClockRefusal.NoTerms(definition.title(), start.on())));
    }

    /// A clock from the events that were once recorded.
    ///
    /// @throws IllegalStateException when they cannot have been
    public static LegalClock restore(ClockDefinition definition, List<ClockEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof Started start))
            throw new IllegalStateException("clock %s starts with no start: %s".formatted(definition.id(), events));
        LegalClock clock = start(definition, start).orThrow();
        for (ClockEvent event : events.subList(1, events.size())) {
            ClockRefusal refusal = Lawfulness.refusal(clock, event);
            if (refusal != null)
                throw new IllegalStateException("%s: %s".formatted(event, refusal.text().en()));
            clock = clock.with(event);
        }
        return clock;
    }

    /// Brings an event to the clock.
    ///
    /// @param calendar tells whether an extension comes before the end
    public ClockAnswer record(ClockEvent event, WorkingCalendar calendar) {
        ClockRefusal refusal = Lawfulness.refusal(this, event);
        if (refusal == null && event instanceof ClockEvent.Extended) {
            LocalDate due = legalDue(calendar, event.on()).date();
            if (dayFor(event.at()).isAfter(due)) refusal = new ClockRefusal.ExtensionAfterEnd(due);
        }
        return refusal == null ? new Recorded(with(event)) : new Refused(refusal);
    }

    /// The last day by law.
    ///
    /// @param today matters while the clock is suspended: it is taken to resume then, or on the day that the notice told
    ///     if that is later
    public ClockDue legalDue(WorkingCalendar calendar, LocalDate today) {
        return new RunningDays(this, calendar, today).due(legalLimit());
    }

    /// The last day of a limit; null only when none is promised.
    public @Nullable ClockDue due(LimitKind kind, WorkingCalendar calendar, LocalDate today) {
        Limit limit = limit(kind);
        return limit == null ? null : new RunningDays(this, calendar, today).due(limit);
    }

    /// The legal limit with its extension.
    public Limit legalLimit() {
        return terms.legal().value().plus(ledger.extension());
    }

    /// Days of a kind, whatever the limit counts, on which the clock ran from its start up to and including a day.
    ///
    /// @param through not after the clock's end
    public int ran(DayCount count, WorkingCalendar calendar, LocalDate through) {
        return new RunningDays(this, calendar, through).through(through, count);
    }

    /// [#legalLimit] or the promised one, null when none is promised.
    public @Nullable Limit limit(LimitKind kind) {
        return switch (kind) {
            case LEGAL -> legalLimit();
            case PROMISED -> terms.promised() == null ? null : terms.promised().value();
        };
    }

    public ClockState state() {
        return switch (ledger.end()) {
            case ClockEvent.Completed completed -> new ClockState.Completed(completed.at());
            case ClockEvent.Withdrawn withdrawn -> new ClockState.Withdrawn(withdrawn.at());
            case ClockEvent.Discontinued discontinued -> new ClockState.Discontinued(discontinued.at());
            case null, default -> {
                ClockEvent.Suspended suspended = ledger.suspended();
                yield suspended == null ? new ClockState.Running() : suspension(suspended);
            }
        };
    }

    /// What the clock shows; once it has ended, what it showed then.
    ///
    /// @param now not before the last event
    public ClockReading read(WorkingCalendar calendar, LocalDateTime now) {
        ClockEvent end = ledger.end();
        if (now.isBefore(ledger.last().at()))
            throw new IllegalArgumentException("read at %s, before %s".formatted(now, ledger.last()));
        return new ClockReader(this, calendar, end == null ? now : end.at()).read();
    }

    /// Each day from the start to the end of a limit, and on to the day of the clock's end or of `now` where that is
    /// later: whether it is counted, and why. Empty only when none is promised.
    public List<ClockDay> explain(LimitKind kind, WorkingCalendar calendar, LocalDateTime now) {
        Limit limit = limit(kind);
        if (limit == null) return List.of();
        ClockEvent end = ledger.end();
        LocalDate until = end == null ? now.toLocalDate() : end.on();
        return new ClockStrip(this, limit, kind == LimitKind.LEGAL ? ledger.extension() : 0, calendar, until).days();
    }

    /// The day to which an act belongs: after business hours the next one.
    public LocalDate dayFor(LocalDateTime at) {
        boolean late = terms.closing() != null && at.toLocalTime().isAfter(terms.closing());
        return late ? at.toLocalDate().plusDays(1) : at.toLocalDate();
    }

    private LegalClock with(ClockEvent event) {
        return new LegalClock(definition, terms, ledger.with(event));
    }

    private ClockState suspension(ClockEvent.Suspended event) {
        return new ClockState.Suspended(event.at(), terms.cause(event.cause()).orElseThrow(), event.notice());
    }
}
