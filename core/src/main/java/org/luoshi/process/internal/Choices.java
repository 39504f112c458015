package org.luoshi.process.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.CaseView;
import org.luoshi.process.ClockStand;
import org.luoshi.process.Doing;
import org.springframework.stereotype.Component;

/// Says what a viewer may do to a case, so that pages offer that and nothing else. Whether it is lawful at the moment
/// is looked at again when it is done.
@Component
public class Choices {

    private final CaseAccess access;

    public Choices(CaseAccess access) {
        this.access = access;
    }

    /// @return what may be done → the task by which; 0 for what needs none
    public Map<Doing, Long> of(CaseView view, Viewer viewer) {
        Map<Doing, Long> choices = new EnumMap<>(Doing.class);
        CaseState state = view.file().state();
        if (viewer.mayAnywhere(Permission.HANDLE_CASE) && !view.applicant()) choices.put(Doing.COMMENT, 0L);
        if (state.over()) return choices;
        view.mine().filter(task -> task.unit() != null).ifPresent(task -> {
            for (Doing doing : Doing.values()) {
                boolean offered = doing.operation() == null
                        ? doing == Doing.TAKE && task.holder() == null
                        : allows(view, task, doing.operation()) && fits(view, doing);
                if (offered) choices.put(doing, task.id());
            }
        });
        headed(view, viewer).ifPresent(task -> choices.put(Doing.EXTEND, task.id()));
        if (view.applicant()) choices.put(Doing.WITHDRAW, 0L);
        return choices;
    }

    /// Steps of authorities that the case has been at, other than where it is.
    public List<Step> earlier(CaseView view) {
        Set<String> at = Set.copyOf(view.at());
        return view.definition().steps().stream()
                .filter(step -> !at.contains(step.id()))
                .filter(step -> view.tasks().stream()
                        .anyMatch(t -> t.step().equals(step.id()) && t.action() != null && t.unit() != null))
                .toList();
    }

    private boolean fits(CaseView view, Doing doing) {
        boolean runs = view.file().state() == CaseState.RUNNING;
        return switch (doing) {
            case SUSPEND -> runs && clocks(view).stream().anyMatch(clock -> !clock.terms().causes().isEmpty());
            case RESUME -> !runs;
            case RETURN -> runs && !earlier(view).isEmpty();
            case ADD_SIGNER -> runs;
            case EXTEND -> false;
            case TAKE, TRANSFER, COPY, COMMENT, RECUSE, MERGE, WITHDRAW -> true;
        };
    }

    /// The task whose clock the viewer may lengthen, as the head of its unit.
    private Optional<CaseTask> headed(CaseView view, Viewer viewer) {
        List<String> approvers = clocks(view).stream()
                .filter(clock -> clock.terms().extension() != null && clock.ledger().extended() == null)
                .map(clock -> clock.terms().extension().value().approver())
                .toList();
        return view.tasks().stream()
                .filter(CaseTask::open)
                .filter(task -> allows(view, task, Operation.EXTEND))
                .filter(task -> approvers.stream().anyMatch(approver -> access.isHead(viewer, approver, task)))
                .findFirst();
    }

    private static List<LegalClock> clocks(CaseView view) {
        return view.clocks().stream()
                .map(ClockStand::clock)
                .filter(clock -> clock.ledger().end() == null && !clock.ledger().isSuspended())
                .toList();
    }

    private static boolean allows(CaseView view, CaseTask task, Operation operation) {
        return view.definition().step(task.step()).stream()
                .anyMatch(step -> step.operations().contains(operation) && !Desk.isSeat(step, task));
    }
}
