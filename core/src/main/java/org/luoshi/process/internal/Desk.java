package org.luoshi.process.internal;

import java.util.Optional;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.TaskStore;
import org.springframework.stereotype.Component;

/// Takes up a task: locks its case, so that what happens to it happens one after the other, and looks whether the
/// viewer may.
@Component
public class Desk {

    /// @param task as it is now, perhaps done already
    record Held(CaseFile file, CaseTask task) {}

    private final CaseStore cases;
    private final TaskStore tasks;
    private final CaseAccess access;

    public Desk(CaseStore cases, TaskStore tasks, CaseAccess access) {
        this.cases = cases;
        this.tasks = tasks;
        this.access = access;
    }

    /// Empty where there is no such task, or not for the viewer. A task that somebody else has done is shown to those
    /// who could have done it, so that they learn of it.
    Optional<Held> take(long taskId, Viewer viewer) {
        Optional<CaseTask> seen = tasks.find(taskId);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        CaseFile file = cases.lock(seen.get().caseId()).orElseThrow();
        CaseTask task = tasks.find(taskId).orElseThrow();
        boolean may = access.mayDo(viewer, task) || (!task.open() && access.ofItsRole(viewer, task));
        return may ? Optional.of(new Held(file, task)) : Optional.empty();
    }

    /// @throws NotPossible unless the case runs
    static void mustRun(CaseFile file) {
        if (file.state() == CaseState.SUSPENDED) {
            throw new NotPossible(
                    null, new Text("办件中止中，恢复后才能办理", "the case is suspended: resume it first"));
        }
        if (file.state().over()) {
            throw new NotPossible(null, new Text("办件已经结束", "the case is over"));
        }
    }
}
