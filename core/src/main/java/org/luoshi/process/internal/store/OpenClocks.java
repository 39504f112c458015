package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_CLOCK;
import static org.luoshi.tables.Tables.CASE_CLOCK_ENTRY;
import static org.luoshi.tables.Tables.PROCESS_CASE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Processes;
import org.luoshi.tables.tables.records.CaseClockEntryRecord;
import org.luoshi.tables.tables.records.CaseClockRecord;
import org.luoshi.tables.tables.records.ProcessCaseRecord;
import org.springframework.stereotype.Component;

/// Clocks that run, of many cases at once.
@Component
public class OpenClocks {

    /// Rows that the database sends at a time.
    private static final int FETCH = 2000;

    /// A clock that runs, with its dates as they are kept.
    ///
    /// @param run which of the clock, the first being 1
    public record Open(
            CaseFile file, int run, LegalClock clock, LocalDate dueOn, @Nullable LocalDate promisedOn, boolean provisional) {}

    private final DSLContext database;
    private final Processes processes;

    public OpenClocks(DSLContext database, Processes processes) {
        this.database = database;
        this.processes = processes;
    }

    /// Every one of them, by case. Call within a transaction.
    public void each(Consumer<Open> heard) {
        read(DSL.noCondition(), heard);
    }

    /// Those of some cases, by case.
    public List<Open> of(List<CaseFile> cases) {
        Long[] ids = cases.stream().map(CaseFile::id).toArray(Long[]::new);
        List<Open> found = new ArrayList<>();
        read(CASE_CLOCK.CASE_ID.eq(DSL.any(ids)), found::add);
        return found;
    }

    /// One row for each entry of a ledger, in order.
    private void read(Condition which, Consumer<Open> heard) {
        try (Cursor<Record3<ProcessCaseRecord, CaseClockRecord, CaseClockEntryRecord>> rows = database.select(
                        PROCESS_CASE, CASE_CLOCK, CASE_CLOCK_ENTRY)
                .from(CASE_CLOCK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(CASE_CLOCK.CASE_ID))
                .join(CASE_CLOCK_ENTRY)
                .on(
                        CASE_CLOCK_ENTRY.CASE_ID.eq(CASE_CLOCK.CASE_ID),
                        CASE_CLOCK_ENTRY.CLOCK.eq(CASE_CLOCK.CLOCK),
                        CASE_CLOCK_ENTRY.RUN.eq(CASE_CLOCK.RUN))
                .where(CASE_CLOCK.ENDED_ON.isNull(), CASE_CLOCK.STATE.eq("running"), which)
                .orderBy(CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK, CASE_CLOCK_ENTRY.SEQ)
                .fetchSize(FETCH)
                .fetchLazy()) {
            ProcessCaseRecord file = null;
            CaseClockRecord clock = null;
            List<ClockEvent> events = new ArrayList<>();
            for (var row : rows) {
                boolean same = clock != null
                        && clock.getCaseId().equals(row.value2().getCaseId())
                        && clock.getClock().equals(row.value2().getClock());
                if (!same && file != null && clock != null) heard.accept(open(file, clock, events));
                if (!same) events.clear();
                file = row.value1();
                clock = row.value2();
                events.add(ClockRows.event(row.value3()));
            }
            if (file != null && clock != null) heard.accept(open(file, clock, events));
        }
    }

    private Open open(ProcessCaseRecord row, CaseClockRecord clock, List<ClockEvent> events) {
        CaseFile file = CaseStore.file(row);
        LegalClock running = LegalClock.restore(
                processes.of(file).clock(clock.getClock()).orElseThrow().definition(), List.copyOf(events));
        return new Open(file, clock.getRun(), running, clock.getDueOn(), clock.getPromisedOn(), clock.getProvisional());
    }
}
