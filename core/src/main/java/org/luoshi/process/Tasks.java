package org.luoshi.process;

import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_TASK;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.TaskStore;
import org.springframework.stereotype.Service;

/// Who is to do what: to-do 待办 and done 已办 lists.
@Service
public class Tasks {

    private final DSLContext database;

    public Tasks(DSLContext database) {
        this.database = database;
    }

    /// Open tasks that the viewer holds or may take, the most pressing first.
    public List<TaskLine> open(Viewer viewer, int limit) {
        return database.select(PROCESS_TASK, PROCESS_CASE)
                .from(PROCESS_TASK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .where(PROCESS_TASK.DONE_AT.isNull(), mine(viewer))
                .orderBy(PROCESS_CASE.DUE_ON.asc().nullsLast(), PROCESS_TASK.ID)
                .limit(limit)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2())));
    }

    public long countOpen(Viewer viewer) {
        return database.fetchCount(PROCESS_TASK, PROCESS_TASK.DONE_AT.isNull(), mine(viewer));
    }

    /// Tasks that the viewer has done, newest first.
    public List<TaskLine> done(Viewer viewer, int limit) {
        return database.select(PROCESS_TASK, PROCESS_CASE)
                .from(PROCESS_TASK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .where(PROCESS_TASK.DONE_BY.eq(viewer.account()), PROCESS_TASK.DONE_AT.isNotNull())
                .orderBy(PROCESS_TASK.ID.desc())
                .limit(limit)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2())));
    }

    private static Condition mine(Viewer viewer) {
        Condition mine = PROCESS_TASK.HOLDER.eq(viewer.account());
        if (!viewer.mayAnywhere(Permission.HANDLE_CASE)) {
            return mine;
        }
        for (var grant : viewer.grants()) {
            mine = mine.or(PROCESS_TASK.HOLDER
                    .isNull()
                    .and(PROCESS_TASK.ACCOUNT_ROLE.eq(grant.role().name()))
                    .and(PROCESS_TASK.UNIT.in(DSL.select(UNIT_ANCESTOR.UNIT)
                            .from(UNIT_ANCESTOR)
                            .where(UNIT_ANCESTOR.ANCESTOR.eq(grant.unit())))));
        }
        return mine;
    }
}
