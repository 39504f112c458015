package org.luoshi.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockRefusal;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Cases;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.store.ClockStore;

/// The clocks of one case during one change: what happens to the case is brought to them, then they are written.
final class ClockMoves {

    private final ProcessDefinition definition;
    private final WorkingCalendar calendar;
    private final LocalDateTime at;
    private final Map<String, LegalClock> before;
    private final Map<String, LegalClock> after;

    /// @param clocks of the case that have started
    ClockMoves(ProcessDefinition definition, WorkingCalendar calendar, Instant at, Map<String, LegalClock> clocks) {
        this.definition = definition;
        this.calendar = calendar;
        this.at = LocalDateTime.ofInstant(at, Processes.ZONE);
        this.before = clocks;
        this.after = new LinkedHashMap<>(clocks);
    }

    /// Brings something that happened to every clock that it moves.
    ///
    /// @param notice what the applicant was told in writing, for a suspension that needs it; null where nothing was
    /// @param since from when it counts as done, for a clock that it starts; null for now
    /// @throws NotPossible if a clock refuses it
    void happen(Trigger trigger, @Nullable WrittenNotice notice, @Nullable LocalDateTime since) {
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
                record(clock.id(), new ClockEvent.Suspended(at, cause, notice));
            }
            if (running == null && clock.starts().equals(trigger)) {
                take(clock.id(), LegalClock.start(clock.definition(), new ClockEvent.Started(since == null ? at : since, trigger.written(), null)));
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

    private void take(String id, ClockAnswer answer) {
        switch (answer) {
            case ClockAnswer.Recorded(LegalClock clock) -> after.put(id, clock);
            case ClockAnswer.Refused(var refusal) -> throw new NotPossible(field(refusal), refusal.text());
        }
    }

    /// Beside which field of a form the refusal is told.
    private static @Nullable String field(ClockRefusal refusal) {
        return switch (refusal) {
            case ClockRefusal.NoNotice _ -> Cases.NOTICE;
            case ClockRefusal.NoticeAfterwards _ -> Cases.NOTICE_ON;
            case ClockRefusal.NoticeWithoutTime _, ClockRefusal.NoticeEndsBefore _ -> Cases.NOTICE_UNTIL;
            case ClockRefusal.NoReason _ -> Cases.REASON;
            case ClockRefusal.ExtensionOutOfRange _ -> Cases.DAYS;
            default -> null;
        };
    }
}
