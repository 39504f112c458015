package org.luoshi.process.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.store.OpenClocks;
import org.luoshi.process.internal.store.RecountStore;
import org.springframework.stereotype.Component;

/// Brings an edition of the calendar to the clocks that run. One that stands still is left alone: its end is counted
/// when it runs on.
@Component
public class Recounting {

    /// @param examined clocks
    /// @param cases with a clock of which a date differs, by id
    public record Found(int examined, List<Long> cases) {}

    private final OpenClocks open;
    private final RecountStore store;
    private final Mover mover;
    private final ChangeLog log;
    private final Clock clock;

    public Recounting(OpenClocks open, RecountStore store, Mover mover, ChangeLog log, Clock clock) {
        this.open = open;
        this.store = store;
        this.mover = mover;
        this.log = log;
        this.clock = clock;
    }

    /// Looks without locking anything. Call within a transaction.
    public Found find(WorkingCalendar by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Processes.ZONE);
        Set<Long> cases = new LinkedHashSet<>();
        int[] examined = {0};
        open.each(one -> {
            examined[0]++;
            if (differs(one, by, today)) cases.add(one.file().id());
        });
        return new Found(examined[0], List.copyOf(cases));
    }

    /// Locks cases and writes what is still different. Call within a transaction.
    ///
    /// @param cases ids, ascending
    /// @param run of which they are a part
    public void write(List<Long> cases, WorkingCalendar by, long run) {
        List<CaseFile> locked = mover.cases.lock(cases);
        Change change = log.open(new ChangeRequest(
                "system", "case.recount", "calendar", Map.of("cases", String.valueOf(locked.size()))));
        LocalDate today = LocalDate.ofInstant(change.knownAt(), Processes.ZONE);
        Map<Long, List<OpenClocks.Open>> byCase = new LinkedHashMap<>();
        open.of(locked).forEach(one ->
                byCase.computeIfAbsent(one.file().id(), _ -> new ArrayList<>()).add(one));
        List<RecountStore.Written> written = new ArrayList<>();
        List<CaseFile> after = new ArrayList<>();
        Map<QualifiedId, Map<Long, Map<String, @Nullable Object>>> rows = new HashMap<>();
        byCase.forEach((_, clocks) -> {
            CaseFile file = clocks.getFirst().file();
            List<RecountStore.Written> mine = clocks.stream()
                    .filter(one -> differs(one, by, today))
                    .map(one -> counted(one, by, today, change.knownAt()))
                    .toList();
            if (mine.isEmpty()) return;
            written.addAll(mine);
            after.add(file.due(nearest(clocks, by, today)));
            ProcessDefinition definition = mover.processes.of(file);
            Map<String, @Nullable Object> values = new HashMap<>();
            mine.forEach(one -> values.putAll(CaseRow.dates(one.clock().definition().id(), one.clock(), by, today)));
            rows.computeIfAbsent(definition.cases().id(), _ -> new LinkedHashMap<>()).put(file.row(), values);
        });
        store.write(run, written, by, today, change);
        mover.cases.updateDue(after, change);
        rows.forEach((entity, values) -> mover.register(entity).updateAll(values, change));
    }

    private static boolean differs(OpenClocks.Open one, WorkingCalendar by, LocalDate today) {
        ClockDue due = one.clock().legalDue(by, today);
        ClockDue promised = one.clock().due(LimitKind.PROMISED, by, today);
        boolean provisional = due.provisional() || (promised != null && promised.provisional());
        return !due.date().equals(one.dueOn())
                || provisional != one.provisional()
                || (promised != null && !promised.date().equals(one.promisedOn()));
    }

    /// The clock with the note of what the edition did to its last day.
    private static RecountStore.Written counted(OpenClocks.Open one, WorkingCalendar by, LocalDate today, Instant at) {
        LocalDate due = one.clock().legalDue(by, today).date();
        LegalClock clock = one.clock();
        if (!due.equals(one.dueOn())) {
            clock = clock.record(
                            new ClockEvent.CalendarPublished(
                                    at.atZone(Processes.ZONE).toLocalDateTime(), due.getYear(), one.dueOn(), due),
                            by)
                    .orThrow();
        }
        return new RecountStore.Written(one, clock);
    }

    private static @Nullable LocalDate nearest(List<OpenClocks.Open> clocks, WorkingCalendar by, LocalDate today) {
        return clocks.stream()
                .map(one -> one.clock().legalDue(by, today).date())
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
