package org.luoshi.process.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.clock.Approval;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseTask;
import org.luoshi.process.EventKind;
import org.springframework.stereotype.Component;

/// Lengthens a clock, once, by the approval of whom the law names: the head of the unit that has the case.
@Component
public class Extending {

    private final Mover mover;
    private final Desk desk;
    private final CaseAccess access;
    private final ChangeLog log;

    public Extending(Mover mover, Desk desk, CaseAccess access, ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.access = access;
        this.log = log;
    }

    /// Call within a transaction. The viewer approves.
    ///
    /// @param document number of the decision; blank for none
    public CaseResult extend(
            long taskId, String clock, int days, String reason, String document, Viewer viewer) {
        Optional<Desk.Held> seen = desk.look(taskId);
        if (seen.isEmpty()) return new CaseResult.Missing();
        CaseFile file = seen.get().file();
        CaseTask task = seen.get().task();
        ProcessDefinition definition = mover.processes.of(file);
        String approver = approver(mover.clocks.of(file.id(), definition).get(clock));
        if (!task.open() || !access.isHead(viewer, approver, task)) return new CaseResult.Missing();
        Desk.mustAllow(definition, task, Operation.EXTEND);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.extend",
                "case/" + file.number(),
                Map.of("clock", clock, "days", String.valueOf(days))));
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        Approval approval = new Approval(viewer.account(), approver, document.isBlank() ? null : document.strip());
        moves.record(clock, new ClockEvent.Extended(moves.at(), days, approval, reason.strip()));
        mover.cases.append(file, EventKind.EXTENDED, task.step(), null, reason.strip(), change);
        return new CaseResult.Done(
                mover.settle(file, definition, file.state(), null, mover.content(file, definition), moves, change), change);
    }

    private static String approver(@Nullable LegalClock clock) {
        if (clock == null || clock.terms().extension() == null) {
            throw new NotPossible(null, new Text("这个时限不得延长", "this clock cannot be extended"));
        }
        return clock.terms().extension().value().approver();
    }
}
