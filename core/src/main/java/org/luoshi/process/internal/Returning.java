package org.luoshi.process.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.internal.engine.Journey;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// Sends a case back to a step it has been at 退回. Its clocks go on: nothing restarts and no day comes back.
@Component
public class Returning {

    private final Mover mover;
    private final Desk desk;
    private final ChangeLog log;

    public Returning(Mover mover, Desk desk, ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.log = log;
    }

    /// Call within a transaction.
    ///
    /// @param to a step that has been finished in this case
    public CaseResult giveBack(long taskId, String to, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, Operation.RETURN, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        CaseFile file = held.get().file();
        CaseTask task = held.get().task();
        Desk.mustRun(file);
        if (reason.isBlank()) {
            throw new NotPossible(Cases.REASON, new Text("写明退回的理由", "say why it is sent back"));
        }
        List<CaseTask> tasks = mover.tasks.of(file.id());
        boolean been = tasks.stream()
                .anyMatch(t -> t.step().equals(to) && !to.equals(task.step()) && t.action() != null && t.unit() != null);
        boolean alone = tasks.stream().filter(CaseTask::open).allMatch(t -> t.engineTask().equals(task.engineTask()));
        if (!been || !alone) {
            throw new NotPossible(
                    null,
                    been
                            ? new Text("几个环节同时在办，不能退回", "several steps are open at once, so it cannot be sent back")
                            : new Text("只能退回本件经过的、由单位办理的环节", "it can go back only to a step of an authority that the case has been at"));
        }
        ProcessDefinition definition = mover.processes.of(file);
        RegisterRecord content = mover.content(file, definition);
        Journey journey = new Journey(
                definition, content.values(), mover.register(definition.content())::environment, null);
        mover.engine.move(file.runningInstance(), task.step(), to, journey);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.return",
                "case/" + file.number(),
                Map.of("from", task.step(), "to", to)));
        tasks.stream().filter(CaseTask::open).forEach(open -> mover.tasks.close(open, null, change));
        mover.cases.append(file, EventKind.RETURNED, to, null, reason.strip(), change);
        mover.arrive(file, definition, journey, content, change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        moves.recordAll(at -> new ClockEvent.Returned(at, task.step(), to, reason.strip()));
        return new CaseResult.Done(
                mover.settle(file, definition, CaseState.RUNNING, null, content, moves, change), change);
    }
}
