package org.luoshi.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import org.luoshi.kernel.lookup.Known;
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
    private final Map<String, List<LegalClock>> before;
    private final Map<String, List<LegalClock>> after = new LinkedHashMap<>();

    /// @param clocks of the case that have started, each with its runs in order
    ClockMoves(ProcessDefinition definition, WorkingCalendar calendar, Instant at, Map<String, List<LegalClock>> clocks) {
        this.definition = definition;
        this.calendar = calendar;
        this.at = LocalDateTime.ofInstant(at, Processes.ZONE);
        this.before = clocks;
        clocks.forEach((id, runs) -> after.put(id, new ArrayList<>(runs)));
    }

    /// Brings something that happened to every clock that it moves.
    ///
    /// @param notice what the applicant was told in writing, for a suspension that needs it; null where nothing was
    /// @param since from when it counts as done, for a clock that it starts; null for now
    /// @throws NotPossible if a clock refuses it
    void happen(Trigger trigger, @Nullable WrittenNotice notice, @Nullable LocalDateTime since) {
        for (CaseClock clock : definition.clocks()) {
            LegalClock running = last(clock.id());
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
            boolean free = running == null || clock.again() && running.ledger().end() != null;
            if (free && clock.starts().equals(trigger)) {
                LegalClock started = taken(LegalClock.start(
                        clock.definition(), new ClockEvent.Started(since == null ? at : since, trigger.written(), null)));
                after.computeIfAbsent(clock.id(), _ -> new ArrayList<>()).add(started);
            }
        }
    }

    /// Brings an event to one clock.
    ///
    /// @throws NotPossible if the clock has not started, or refuses it
    void record(String clock, ClockEvent event) {
        LegalClock running = last(clock);
        if (running == null) {
            throw new NotPossible(null, new Text("时限尚未起算", "the clock has not started"));
        }
        Known.in(after, clock).set(Known.in(after, clock).size() - 1, taken(running.record(event, calendar)));
    }

    /// Brings an event to every clock that has not ended.
    void recordAll(Function<LocalDateTime, ClockEvent> event) {
        clocks().forEach((id, clock) -> {
            if (clock.ledger().end() == null) record(id, event.apply(at));
        });
    }

    LocalDateTime at() {
        return at;
    }

    /// The last run of each clock.
    Map<String, LegalClock> clocks() {
        Map<String, LegalClock> last = new LinkedHashMap<>();
        after.forEach((id, runs) -> last.put(id, runs.getLast()));
        return last;
    }

    /// Every run of each clock, in order.
    Map<String, List<LegalClock>> runs() {
        return after;
    }

    void write(CaseFile file, ClockStore store, Change change) {
        after.forEach((id, runs) -> {
            List<LegalClock> known = before.getOrDefault(id, List.of());
            for (int run = 0; run < runs.size(); run++) {
                LegalClock past = run < known.size() ? known.get(run) : null;
                if (runs.get(run).equals(past)) continue;
                store.write(file.id(), run + 1, past, runs.get(run), calendar, at.toLocalDate(), change);
            }
        });
    }

    /// The nearest last day by law of the clocks that run; null when none does.
    @Nullable LocalDate nearest() {
        LocalDate nearest = null;
        for (LegalClock clock : clocks().values()) {
            if (clock.ledger().end() != null || clock.ledger().isSuspended()) continue;
            LocalDate due = clock.legalDue(calendar, at.toLocalDate()).date();
            if (nearest == null || due.isBefore(nearest)) nearest = due;
        }
        return nearest;
    }

    /// The last run; null of a clock that has not started.
    private @Nullable LegalClock last(String id) {
        List<LegalClock> runs = after.get(id);
        return runs == null ? null : runs.getLast();
    }

    private static LegalClock taken(ClockAnswer answer) {
        return switch (answer) {
            case ClockAnswer.Recorded(LegalClock clock) -> clock;
            case ClockAnswer.Refused(var refusal) -> throw new NotPossible(field(refusal), refusal.text());
        };
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
