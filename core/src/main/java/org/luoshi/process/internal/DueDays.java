package org.luoshi.process.internal;

import static org.luoshi.tables.Tables.AUDIT_ENTRY;
import static org.luoshi.tables.Tables.PROCESS_CASE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.process.CaseFile;
import org.luoshi.process.DueDay;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.store.OpenClocks;
import org.springframework.stereotype.Component;

/// The last days, by law and as promised, of the clocks that run.
@Component
public class DueDays {

    private final DSLContext database;
    private final OpenClocks clocks;
    private final Processes processes;
    private final Clock clock;

    public DueDays(DSLContext database, OpenClocks clocks, Processes processes, Clock clock) {
        this.database = database;
        this.clocks = clocks;
        this.processes = processes;
        this.clock = clock;
    }

    /// By day.
    public List<DueDay> of(List<CaseFile> files) {
        Map<Long, Instant> changed = changedAt(files);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Processes.ZONE);
        List<DueDay> days = new ArrayList<>();
        for (OpenClocks.Open open : clocks.of(files)) {
            for (LimitKind kind : LimitKind.values()) {
                ClockDue due = open.clock().due(kind, processes.calendar(), today);
                if (due != null) days.add(day(open.file(), open.clock(), kind, due, Known.in(changed, open.file().id())));
            }
        }
        days.sort(Comparator.comparing(DueDay::on)
                .thenComparing(DueDay::number)
                .thenComparing(DueDay::clock)
                .thenComparing(DueDay::kind));
        return days;
    }

    private DueDay day(CaseFile file, LegalClock running, LimitKind kind, ClockDue due, Instant changedAt) {
        return new DueDay(
                file.number(),
                processes.of(file).title(),
                running.definition().id(),
                running.definition().title(),
                kind,
                due.date(),
                due.provisional(),
                // the publication of a calendar is in the ledger and not in the case
                file.revision() + running.ledger().events().size(),
                changedAt);
    }

    private Map<Long, Instant> changedAt(List<CaseFile> files) {
        Long[] ids = files.stream().map(CaseFile::id).toArray(Long[]::new);
        return database.select(PROCESS_CASE.ID, AUDIT_ENTRY.KNOWN_AT)
                .from(PROCESS_CASE)
                .join(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.NUMBER.eq(PROCESS_CASE.CHANGE))
                .where(PROCESS_CASE.ID.eq(DSL.any(ids)))
                .fetchMap(PROCESS_CASE.ID, AUDIT_ENTRY.KNOWN_AT);
    }
}
