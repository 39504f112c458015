package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_RECUSAL;
import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Role;
import org.luoshi.audit.Change;
import org.luoshi.process.CaseTask;
import org.luoshi.tables.tables.records.ProcessTaskRecord;
import org.springframework.stereotype.Component;

/// Tasks of cases.
@Component
public class TaskStore {

    private final DSLContext database;

    public TaskStore(DSLContext database) {
        this.database = database;
    }

    /// @param task with id 0
    public void open(CaseTask task) {
        ProcessTaskRecord row = database.newRecord(PROCESS_TASK);
        row.setCaseId(task.caseId());
        row.setStep(task.step());
        row.setEngineTask(task.engineTask());
        row.setRole(task.caseRole());
        row.setAccountRole(task.role().name());
        row.setUnit(task.unit());
        row.setHolder(task.holder());
        row.setAddedBy(task.addedBy());
        row.setBarred(task.barred().stream().sorted().toArray(String[]::new));
        row.setOpenedAt(task.openedAt());
        row.store();
    }

    /// @param action null where the task is taken away
    public void close(CaseTask task, @Nullable String action, Change change) {
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.DONE_AT, change.knownAt())
                .set(PROCESS_TASK.DONE_BY, change.actor())
                .set(PROCESS_TASK.ACTION, action)
                .where(PROCESS_TASK.ID.eq(task.id()))
                .execute();
    }

    /// Writes the nearest last day of a case beside its open tasks.
    public void due(long caseId, @Nullable LocalDate day) {
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.DUE_ON, day)
                .where(
                        PROCESS_TASK.CASE_ID.eq(caseId),
                        PROCESS_TASK.DONE_AT.isNull(),
                        PROCESS_TASK.DUE_ON.isDistinctFrom(day))
                .execute();
    }

    /// Lets open tasks of one of the engine's follow it.
    ///
    /// @param after the engine's id of it from now on
    /// @param step where it is from now on
    public void rename(String before, String after, String step) {
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.ENGINE_TASK, after)
                .set(PROCESS_TASK.STEP, DSL.when(PROCESS_TASK.DONE_AT.isNull(), step).otherwise(PROCESS_TASK.STEP))
                .where(PROCESS_TASK.ENGINE_TASK.eq(before))
                .execute();
    }

    public void hand(CaseTask task, @Nullable String holder) {
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.HOLDER, holder)
                .where(PROCESS_TASK.ID.eq(task.id()))
                .execute();
    }

    /// Bars an account from the open tasks of a case, and from those that come.
    public void recuse(long caseId, String account, Change change) {
        database.insertInto(CASE_RECUSAL)
                .set(CASE_RECUSAL.CASE_ID, caseId)
                .set(CASE_RECUSAL.ACCOUNT, account)
                .set(CASE_RECUSAL.CHANGE, change.number())
                .onConflictDoNothing()
                .execute();
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.BARRED, DSL.arrayAppend(PROCESS_TASK.BARRED, account))
                .where(PROCESS_TASK.CASE_ID.eq(caseId), PROCESS_TASK.DONE_AT.isNull())
                .execute();
    }

    /// Accounts that are recused from a case.
    public List<String> recused(long caseId) {
        return database.select(CASE_RECUSAL.ACCOUNT)
                .from(CASE_RECUSAL)
                .where(CASE_RECUSAL.CASE_ID.eq(caseId))
                .fetch(CASE_RECUSAL.ACCOUNT);
    }

    public Optional<CaseTask> find(long id) {
        return database.selectFrom(PROCESS_TASK).where(PROCESS_TASK.ID.eq(id)).fetchOptional(TaskStore::task);
    }

    /// Open ones of staff that somebody has.
    public List<CaseTask> held() {
        return database.selectFrom(PROCESS_TASK)
                .where(PROCESS_TASK.DONE_AT.isNull(), PROCESS_TASK.HOLDER.isNotNull(), PROCESS_TASK.UNIT.isNotNull())
                .orderBy(PROCESS_TASK.ID)
                .fetch(TaskStore::task);
    }

    /// In the order in which they came up.
    public List<CaseTask> of(long caseId) {
        return database.selectFrom(PROCESS_TASK)
                .where(PROCESS_TASK.CASE_ID.eq(caseId))
                .orderBy(PROCESS_TASK.ID)
                .fetch(TaskStore::task);
    }

    public static CaseTask task(ProcessTaskRecord row) {
        return new CaseTask(
                row.getId(),
                row.getCaseId(),
                row.getStep(),
                row.getEngineTask(),
                row.getRole(),
                Role.valueOf(row.getAccountRole()),
                row.getUnit(),
                row.getHolder(),
                row.getAddedBy(),
                Set.of(row.getBarred()),
                row.getOpenedAt(),
                row.getDoneAt(),
                row.getDoneBy(),
                row.getAction());
    }
}
