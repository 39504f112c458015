package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_CLOCK_ENTRY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockState;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.tables.tables.records.CaseClockEntryRecord;
import org.luoshi.tables.tables.records.CaseClockRecord;
import org.springframework.stereotype.Component;

/// Clocks of cases: their ledgers, and beside each the dates that follow from it by the calendar of now.
@Component
public class ClockStore {

    private final DSLContext database;

    public ClockStore(DSLContext database) {
        this.database = database;
    }

    /// The clocks of a case that have started, in the order in which the process declares them; of one that has run
    /// several times the last run.
    public Map<String, LegalClock> of(long caseId, ProcessDefinition definition) {
        Map<String, LegalClock> last = new LinkedHashMap<>();
        runs(caseId, definition).forEach((id, runs) -> last.put(id, runs.getLast()));
        return last;
    }

    /// Every run of the clocks of a case, in order.
    public Map<String, List<LegalClock>> runs(long caseId, ProcessDefinition definition) {
        Map<String, Result<CaseClockEntryRecord>> ledgers = database.selectFrom(CASE_CLOCK_ENTRY)
                .where(CASE_CLOCK_ENTRY.CASE_ID.eq(caseId))
                .orderBy(CASE_CLOCK_ENTRY.CLOCK, CASE_CLOCK_ENTRY.RUN, CASE_CLOCK_ENTRY.SEQ)
                .fetchGroups(CASE_CLOCK_ENTRY.CLOCK);
        Map<String, List<LegalClock>> clocks = new LinkedHashMap<>();
        for (CaseClock declared : definition.clocks()) {
            List<CaseClockEntryRecord> entries = ledgers.get(declared.id());
            if (entries == null) continue;
            Map<Integer, List<ClockEvent>> runs = new TreeMap<>();
            entries.forEach(entry ->
                    runs.computeIfAbsent(entry.getRun(), _ -> new ArrayList<>()).add(ClockRows.event(entry)));
            clocks.put(
                    declared.id(),
                    runs.values().stream()
                            .map(events -> LegalClock.restore(declared.definition(), events))
                            .toList());
        }
        return clocks;
    }

    /// Writes what is new in a ledger, and the dates that follow from it.
    ///
    /// @param run which of the clock, the first being 1
    /// @param before null for a run that has just started
    public void write(
            long caseId,
            int run,
            @Nullable LegalClock before,
            LegalClock after,
            WorkingCalendar calendar,
            LocalDate today,
            Change change) {
        int known = before == null ? 0 : before.ledger().events().size();
        CaseClockRecord row = dates(caseId, run, after, calendar, today);
        if (before == null) {
            database.executeInsert(row);
        } else {
            database.executeUpdate(row);
        }
        List<ClockEvent> events = after.ledger().events();
        for (int i = known; i < events.size(); i++) {
            database.executeInsert(entry(caseId, run, after, i, change));
        }
    }

    /// The last entry of a ledger as a row.
    static CaseClockEntryRecord entry(long caseId, int run, LegalClock clock, Change change) {
        return entry(caseId, run, clock, clock.ledger().events().size() - 1, change);
    }

    private static CaseClockEntryRecord entry(long caseId, int run, LegalClock clock, int at, Change change) {
        CaseClockEntryRecord entry = ClockRows.row(clock.ledger().events().get(at));
        entry.setCaseId(caseId);
        entry.setClock(clock.definition().id());
        entry.setRun(run);
        entry.setSeq(at + 1);
        entry.setChange(change.number());
        return entry;
    }

    private static CaseClockRecord dates(long caseId, int run, LegalClock clock, WorkingCalendar calendar, LocalDate today) {
        ClockDue due = clock.legalDue(calendar, today);
        ClockDue promised = clock.due(LimitKind.PROMISED, calendar, today);
        ClockEvent end = clock.ledger().end();
        CaseClockRecord row = new CaseClockRecord();
        row.setCaseId(caseId);
        row.setClock(clock.definition().id());
        row.setRun(run);
        row.setState(state(clock.state()));
        row.setStartedOn(clock.ledger().start().on());
        row.setDueOn(due.date());
        row.setPromisedOn(promised == null ? null : promised.date());
        row.setProvisional(due.provisional() || (promised != null && promised.provisional()));
        row.setEndedOn(end == null ? null : end.on());
        return row;
    }

    private static String state(ClockState state) {
        return switch (state) {
            case ClockState.Running() -> "running";
            case ClockState.Suspended _ -> "suspended";
            case ClockState.Completed _ -> "completed";
            case ClockState.Withdrawn _ -> "withdrawn";
            case ClockState.Discontinued _ -> "discontinued";
        };
    }
}
