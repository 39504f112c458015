package org.luoshi.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.internal.store.ClockStore;

/// The clocks of one case during one change: what happens to the case is brought to them, then they are written.
final class ClockMoves {

    /// Official time of all of China, whatever the server's.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ProcessDefinition definition;
    private final WorkingCalendar calendar;
    private final LocalDateTime at;
    private final Map<String, LegalClock> before;
    private final Map<String, LegalClock> after;

    /// @param clocks of the case that have started
    ClockMoves(ProcessDefinition definition, WorkingCalendar calendar, Instant at, Map<String, LegalClock> clocks) {
        this.definition = definition;
        this.calendar = calendar;
        this.at = LocalDateTime.ofInstant(at, ZONE);
        this.before = clocks;
        this.after = new LinkedHashMap<>(clocks);
    }

    /// Brings something that happened to every clock that it moves.
    ///
    /// @param notice number of the written notice that a suspension would need
    /// @throws NotPossible if a clock refuses it
    void happen(Trigger trigger, String notice) {
        for (CaseClock clock : definition.clocks()) {
            LegalClock running = after.get(clock.id());
            LegalClock open = running != null && running.ledger().end() == null ? running : null;
            if (open != null && clock.resumes().contains(trigger) && open.ledger().isSuspended()) {
                record(clock.id(), new ClockEvent.Resumed(at, null));
            }
            if (open != null && clock.stops().contains(trigger)) {
                record(clock.id(), new ClockEvent.Completed(at, trigger.written()));
            } else if (open != null && clock.suspends().containsKey(trigger)) {
                String cause = clock.suspends().get(trigger);
                record(clock.id(), new ClockEvent.Suspended(at, cause, notice(open, cause, notice)));
            }
            if (running == null && clock.starts().equals(trigger)) {
                take(clock.id(), LegalClock.start(clock.definition(), new ClockEvent.Started(at, trigger.written(), null)));
            }
        }
    }

    /// Brings an event to one clock.
    ///
    /// @throws NotPossible if the clock has not started, or refuses it
    void record(String clock, ClockEvent event) {
        LegalClock running = after.get(clock);
        if (running == null) {
            throw new NotPossible(null, new Text("时限尚未起算", "the clock has not started"));
        }
        take(clock, running.record(event, calendar));
    }

    /// Brings an event to every clock that has not ended.
    void recordAll(Function<LocalDateTime, ClockEvent> event) {
        List.copyOf(after.entrySet()).forEach(entry -> {
            if (entry.getValue().ledger().end() == null) {
                record(entry.getKey(), event.apply(at));
            }
        });
    }

    LocalDateTime at() {
        return at;
    }

    Map<String, LegalClock> clocks() {
        return after;
    }

    void write(CaseFile file, ClockStore store, Change change) {
        after.forEach((id, clock) -> {
            LegalClock known = before.get(id);
            if (!clock.equals(known)) {
                store.write(file.id(), known, clock, calendar, at.toLocalDate(), change);
            }
        });
    }

    /// The nearest last day by law of the clocks that run; null when none does.
    @Nullable LocalDate nearest() {
        LocalDate nearest = null;
        for (LegalClock clock : after.values()) {
            if (clock.ledger().end() != null || clock.ledger().isSuspended()) continue;
            LocalDate due = clock.legalDue(calendar, at.toLocalDate()).date();
            if (nearest == null || due.isBefore(nearest)) nearest = due;
        }
        return nearest;
    }

    private @Nullable WrittenNotice notice(LegalClock clock, String cause, String number) {
        boolean told = clock.terms()
                .cause(cause)
                .map(c -> c.notice() != SuspensionCause.NoticeDuty.NONE)
                .orElse(true);
        return told ? new WrittenNotice(number, at.toLocalDate(), null) : null;
    }

    private void take(String id, ClockAnswer answer) {
        switch (answer) {
            case ClockAnswer.Recorded(LegalClock clock) -> after.put(id, clock);
            case ClockAnswer.Refused(var refusal) -> throw new NotPossible(null, refusal.text());
        }
    }
}
