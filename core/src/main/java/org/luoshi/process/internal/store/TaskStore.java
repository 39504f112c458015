package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
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

    public void hand(CaseTask task, @Nullable String holder) {
        database.update(PROCESS_TASK)
                .set(PROCESS_TASK.HOLDER, holder)
                .where(PROCESS_TASK.ID.eq(task.id()))
                .execute();
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
                row.getOpenedAt(),
                row.getDoneAt(),
                row.getDoneBy(),
                row.getAction());
    }
}
