package org.luoshi.process.internal;

import java.util.Optional;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Processes;
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
    private final Processes processes;

    public Desk(CaseStore cases, TaskStore tasks, CaseAccess access, Processes processes) {
        this.cases = cases;
        this.tasks = tasks;
        this.access = access;
        this.processes = processes;
    }

    /// Empty where there is no such task, or not for the viewer. A task that somebody else has done is shown to those
    /// who could have done it, so that they learn of it.
    Optional<Held> take(long taskId, Viewer viewer) {
        return look(taskId).filter(held -> {
            CaseTask task = held.task();
            return access.mayDo(viewer, task) || (!task.open() && access.ofItsRole(viewer, task));
        });
    }

    /// The same, for something that the step must allow.
    ///
    /// @throws NotPossible if it does not, or the task is done
    Optional<Held> take(long taskId, Operation operation, Viewer viewer) {
        Optional<Held> held = take(taskId, viewer);
        held.ifPresent(h -> {
            if (!h.task().open()) {
                throw new NotPossible(null, new Text("这个环节已经办过", "this step has been finished"));
            }
            mustAllow(processes.of(h.file()), h.task(), operation);
        });
        return held;
    }

    /// Locks a task's case without looking who asks: callers look themselves.
    Optional<Held> look(long taskId) {
        return tasks.find(taskId).map(seen -> {
            CaseFile file = cases.lock(seen.caseId()).orElseThrow();
            return new Held(file, tasks.find(taskId).orElseThrow());
        });
    }

    /// Whether a task is a seat on the step's panel: its holder votes, and nobody else has it.
    static boolean isSeat(Step step, CaseTask task) {
        return step.voting().filter(panel -> panel.members().equals(task.caseRole())).isPresent();
    }

    /// @throws NotPossible if the task is a seat on a panel
    static void mustBeNoSeat(ProcessDefinition definition, CaseTask task) {
        if (definition.step(task.step()).filter(step -> isSeat(step, task)).isPresent()) {
            throw new NotPossible(null, new Text("评审组的席位不能转给别人", "a seat on a panel is not handed on"));
        }
    }

    static void mustAllow(ProcessDefinition definition, CaseTask task, Operation operation) {
        mustBeNoSeat(definition, task);
        boolean allowed = definition.step(task.step()).stream().anyMatch(s -> s.operations().contains(operation));
        if (!allowed) {
            throw new NotPossible(null, new Text("这个环节不能这样办", "this step does not allow that"));
        }
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
