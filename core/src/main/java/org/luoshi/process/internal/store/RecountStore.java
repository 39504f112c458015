package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_CLOCK;
import static org.luoshi.tables.Tables.CASE_CLOCK_ENTRY;
import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_RECOUNT;
import static org.luoshi.tables.Tables.PROCESS_RECOUNT_CLOCK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Insert;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.process.Recount;
import org.luoshi.tables.tables.records.CaseClockEntryRecord;
import org.luoshi.tables.tables.records.ProcessRecountClockRecord;
import org.luoshi.tables.tables.records.ProcessRecountRecord;
import org.springframework.stereotype.Component;

/// What editions of the calendar did.
@Component
public class RecountStore {

    /// @param clock with the note of the edition, where its last day moved
    public record Written(OpenClocks.Open before, LegalClock clock) {}

    private final DSLContext database;
    private final Units units;
    private final Clock now;

    public RecountStore(DSLContext database, Units units, Clock now) {
        this.database = database;
        this.units = units;
        this.now = now;
    }

    /// Whether all clocks have been counted by the calendar.
    public boolean done(String calendar) {
        return last().filter(run -> run.getCalendar().equals(calendar) && run.getFinishedAt() != null)
                .isPresent();
    }

    /// Begins to count by the calendar, or goes on with what was interrupted.
    public long begin(String calendar) {
        return last().filter(run -> run.getCalendar().equals(calendar))
                .map(ProcessRecountRecord::getId)
                .orElseGet(() -> database.insertInto(PROCESS_RECOUNT)
                        .set(PROCESS_RECOUNT.CALENDAR, calendar)
                        .set(PROCESS_RECOUNT.STARTED_AT, now.instant())
                        .set(PROCESS_RECOUNT.EXAMINED, 0)
                        .set(PROCESS_RECOUNT.AFFECTED, 0)
                        .returning(PROCESS_RECOUNT.ID)
                        .fetchSingle(PROCESS_RECOUNT.ID));
    }

    /// @return clocks affected
    public int finish(long run, int examined) {
        int affected = database.fetchCount(PROCESS_RECOUNT_CLOCK, PROCESS_RECOUNT_CLOCK.RECOUNT.eq(run));
        database.update(PROCESS_RECOUNT)
                .set(PROCESS_RECOUNT.FINISHED_AT, now.instant())
                .set(PROCESS_RECOUNT.EXAMINED, examined)
                .set(PROCESS_RECOUNT.AFFECTED, affected)
                .where(PROCESS_RECOUNT.ID.eq(run))
                .execute();
        return affected;
    }

    private Optional<ProcessRecountRecord> last() {
        return database.selectFrom(PROCESS_RECOUNT)
                .orderBy(PROCESS_RECOUNT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /// Writes the dates, the notes in the ledgers and the list of what was affected.
    public void write(long run, List<Written> all, WorkingCalendar by, LocalDate today, Change change) {
        if (all.isEmpty()) return;
        BatchBindStep dates = database.batch(database.update(CASE_CLOCK)
                .set(CASE_CLOCK.DUE_ON, (LocalDate) null)
                .set(CASE_CLOCK.PROMISED_ON, (LocalDate) null)
                .set(CASE_CLOCK.PROVISIONAL, false)
                .where(CASE_CLOCK.CASE_ID.eq(0L), CASE_CLOCK.CLOCK.eq(""), CASE_CLOCK.RUN.eq(0)));
        List<CaseClockEntryRecord> notes = new ArrayList<>();
        List<Insert<ProcessRecountClockRecord>> lines = new ArrayList<>();
        for (Written one : all) {
            OpenClocks.Open before = one.before();
            ClockDue due = one.clock().legalDue(by, today);
            ClockDue promised = one.clock().due(LimitKind.PROMISED, by, today);
            LocalDate promisedOn = promised == null ? null : promised.date();
            boolean provisional = due.provisional() || (promised != null && promised.provisional());
            long id = before.file().id();
            String clock = one.clock().definition().id();
            dates = dates.bind(due.date(), promisedOn, provisional, id, clock, before.run());
            if (!one.clock().equals(before.clock())) notes.add(ClockStore.entry(id, before.run(), one.clock(), change));
            ProcessRecountClockRecord line = new ProcessRecountClockRecord();
            line.setRecount(run);
            line.setCaseId(id);
            line.setClock(clock);
            line.setDueBefore(before.dueOn());
            line.setDueAfter(due.date());
            line.setPromisedBefore(before.promisedOn());
            line.setPromisedAfter(promisedOn);
            line.setProvisional(provisional);
            line.setChange(change.number());
            lines.add(database.insertInto(PROCESS_RECOUNT_CLOCK).set(line).onConflictDoNothing());
        }
        dates.execute();
        database.batchInsert(notes).execute();
        database.batch(lines).execute();
    }

    /// The newest first.
    public List<Recount> all(Viewer viewer, int lines) {
        return database.selectFrom(PROCESS_RECOUNT)
                .where(PROCESS_RECOUNT.FINISHED_AT.isNotNull(), PROCESS_RECOUNT.AFFECTED.gt(0))
                .orderBy(PROCESS_RECOUNT.ID.desc())
                .fetch(row -> new Recount(
                        row.getFinishedAt(),
                        row.getExamined(),
                        row.getAffected(),
                        lines(row.getId(), viewer, lines)));
    }

    private List<Recount.Line> lines(long run, Viewer viewer, int most) {
        return database.select(PROCESS_RECOUNT_CLOCK, PROCESS_CASE)
                .from(PROCESS_RECOUNT_CLOCK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_RECOUNT_CLOCK.CASE_ID))
                .where(
                        PROCESS_RECOUNT_CLOCK.RECOUNT.eq(run),
                        RowFilter.rows(units, viewer, Permission.READ, PROCESS_CASE.UNIT))
                .orderBy(PROCESS_RECOUNT_CLOCK.DUE_AFTER, PROCESS_RECOUNT_CLOCK.CASE_ID)
                .limit(most)
                .fetch(row -> new Recount.Line(
                        CaseStore.file(row.value2()),
                        row.value1().getClock(),
                        row.value1().getDueBefore(),
                        row.value1().getDueAfter(),
                        row.value1().getPromisedBefore(),
                        row.value1().getPromisedAfter(),
                        row.value1().getProvisional()));
    }
}
