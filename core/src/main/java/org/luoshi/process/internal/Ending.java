package org.luoshi.process.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.luoshi.process.internal.store.CaseStore;
import org.springframework.stereotype.Component;

/// Ends a case that has not come to an end of its drawing: withdrawn by the applicant, or merged into another.
@Component
public class Ending {

    private final Mover mover;
    private final Desk desk;
    private final CaseStore cases;
    private final CaseAccess access;
    private final ChangeLog log;

    public Ending(Mover mover, Desk desk, CaseStore cases, CaseAccess access, ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.cases = cases;
        this.access = access;
        this.log = log;
    }

    /// Call within a transaction.
    public CaseResult withdraw(String number, String reason, Viewer viewer) {
        Optional<CaseFile> file = cases.find(number).flatMap(found -> cases.lock(found.id()));
        if (file.isEmpty() || !access.applied(viewer, file.get())) return new CaseResult.Missing();
        return end(
                file.get(),
                CaseState.WITHDRAWN,
                EventKind.WITHDRAWN,
                reason,
                at -> new ClockEvent.Withdrawn(at, reason.strip()),
                viewer);
    }

    /// Call within a transaction.
    ///
    /// @param into number of the case that goes on
    public CaseResult merge(long taskId, String into, String reason, Viewer viewer) {
        Optional<CaseFile> target = cases.find(into.strip());
        // both cases are locked, the older one first, so that two merges never wait for each other
        target.filter(other -> mover.tasks.find(taskId).stream().anyMatch(task -> other.id() < task.caseId()))
                .ifPresent(older -> cases.lock(older.id()));
        Optional<Desk.Held> held = desk.take(taskId, Operation.MERGE, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        CaseFile file = held.get().file();
        boolean fits = target.flatMap(other -> cases.lock(other.id()))
                .filter(other -> !other.state().over() && other.id() != file.id())
                .filter(other -> other.process().equals(file.process()) && other.unit().equals(file.unit()))
                .isPresent();
        if (!fits) {
            throw new NotPossible(
                    Cases.INTO,
                    new Text(
                            "“%s”不是本单位同一流程的在办件".formatted(into),
                            "`%s` is no open case of the same process and unit".formatted(into)));
        }
        if (reason.isBlank()) throw noReason();
        String told = into.strip() + "：" + reason.strip();
        return end(
                file,
                CaseState.MERGED,
                EventKind.MERGED,
                told,
                at -> new ClockEvent.Discontinued(at, EventKind.MERGED.id()),
                viewer);
    }

    private static NotPossible noReason() {
        return new NotPossible(Cases.REASON, new Text("写明理由", "write down the reason"));
    }

    /// @param last what its clocks are told
    private CaseResult end(
            CaseFile file,
            CaseState state,
            EventKind kind,
            String reason,
            Function<LocalDateTime, ClockEvent> last,
            Viewer viewer) {
        if (file.state().over()) {
            throw new NotPossible(null, new Text("办件已经结束", "the case is over"));
        }
        if (reason.isBlank()) throw noReason();
        ProcessDefinition definition = mover.processes.of(file);
        mover.engine.cancel(file.runningInstance(), kind.id());
        Change change = log.open(new ChangeRequest(
                viewer.account(), "case." + kind.id(), "case/" + file.number(), Map.of()));
        List<CaseTask> tasks = mover.tasks.of(file.id());
        tasks.stream().filter(CaseTask::open).forEach(open -> mover.tasks.close(open, null, change));
        mover.cases.append(file, kind, null, null, reason.strip(), change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        moves.recordAll(last);
        return new CaseResult.Done(
                mover.settle(file, definition, state, null, mover.content(file, definition), moves, change), change);
    }
}
