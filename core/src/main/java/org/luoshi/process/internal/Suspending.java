package org.luoshi.process.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.EventKind;
import org.springframework.stereotype.Component;

/// Stops a clock for a legal cause, and lets it run on. While one stands still, steps wait.
@Component
public class Suspending {

    private final Mover mover;
    private final Desk desk;
    private final ChangeLog log;

    public Suspending(Mover mover, Desk desk, ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.log = log;
    }

    /// Call within a transaction.
    ///
    /// @param notice what the applicant was told in writing; null where nothing was
    public CaseResult suspend(
            long task, String clock, String cause, @Nullable WrittenNotice notice, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(task, Operation.SUSPEND, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        Desk.mustRun(held.get().file());
        return happen(held.get(), EventKind.SUSPENDED, clock, reason, CaseState.SUSPENDED, viewer, moves ->
                moves.record(clock, new ClockEvent.Suspended(moves.at(), cause, notice)));
    }

    /// Call within a transaction.
    ///
    /// @param document for example the number of the expert opinion; blank for none
    public CaseResult resume(long task, String clock, String document, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(task, Operation.SUSPEND, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        if (held.get().file().state() != CaseState.SUSPENDED) {
            throw new NotPossible(null, new Text("办件没有中止", "the case is not suspended"));
        }
        return happen(held.get(), EventKind.RESUMED, clock, document, CaseState.RUNNING, viewer, moves ->
                moves.record(clock, new ClockEvent.Resumed(moves.at(), document.isBlank() ? null : document.strip())));
    }

    @FunctionalInterface
    private interface Move {
        void on(ClockMoves moves);
    }

    private CaseResult happen(
            Desk.Held held, EventKind kind, String clock, String reason, CaseState state, Viewer viewer, Move move) {
        ProcessDefinition definition = mover.processes.of(held.file());
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case." + kind.id(),
                "case/" + held.file().number(),
                Map.of("clock", clock, "step", held.task().step())));
        ClockMoves moves = mover.clocks(held.file().id(), definition, change.knownAt());
        move.on(moves);
        String told = reason.isBlank() ? null : reason.strip();
        mover.cases.append(held.file(), kind, held.task().step(), null, told, change);
        return new CaseResult.Done(
                mover.settle(held.file(), definition, state, null, mover.content(held.file(), definition), moves, change),
                change);
    }
}
