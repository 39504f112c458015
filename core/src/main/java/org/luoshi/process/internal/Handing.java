package org.luoshi.process.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Accounts;
import org.luoshi.access.Grant;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.internal.store.CopyStore;
import org.springframework.stereotype.Component;

/// Changes who has a task, without finishing it.
@Component
public class Handing {

    private final Mover mover;
    private final Desk desk;
    private final CaseAccess access;
    private final Accounts accounts;
    private final CopyStore copies;
    private final ChangeLog log;

    public Handing(
            Mover mover, Desk desk, CaseAccess access, Accounts accounts, CopyStore copies, ChangeLog log) {
        this.copies = copies;
        this.mover = mover;
        this.desk = desk;
        this.access = access;
        this.accounts = accounts;
        this.log = log;
    }

    /// Takes a task that anybody of its role and unit may take 领取. Call within a transaction.
    public CaseResult take(long taskId, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        CaseTask task = held.get().task();
        if (task.doneAt() != null && task.doneBy() != null) {
            return new CaseResult.TooLate(task.doneBy(), task.doneAt(), task.action());
        }
        Desk.mustBeNoSeat(mover.processes.of(held.get().file()), task);
        return hand(held.get(), EventKind.TAKEN, viewer.account(), null, viewer);
    }

    /// Hands a task to a colleague who could have had it 转办. Call within a transaction.
    public CaseResult transfer(long taskId, String to, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, Operation.TRANSFER, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        mustFit(held.get().task(), to);
        return hand(held.get(), EventKind.TRANSFERRED, to, reason.isBlank() ? null : reason.strip(), viewer);
    }

    /// Has another account sign too before the step is finished 加签. Call within a transaction.
    public CaseResult addSigner(long taskId, String account, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, Operation.ADD_SIGNER, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        CaseFile file = held.get().file();
        CaseTask task = held.get().task();
        Desk.mustRun(file);
        boolean signs = mover.tasks.of(file.id()).stream()
                .anyMatch(t -> t.open() && t.engineTask().equals(task.engineTask()) && account.equals(t.holder()));
        Grant grant = accounts.find(account).stream()
                .filter(_ -> !signs && !account.equals(viewer.account()) && !task.barred().contains(account))
                .flatMap(who -> who.grants().stream())
                .filter(g -> g.role().permits(Permission.HANDLE_CASE))
                .findFirst()
                .orElseThrow(() -> new NotPossible(
                        Cases.TO,
                        new Text(
                                "“%s”不能在这里加签".formatted(account), "`%s` cannot be added here".formatted(account))));
        ProcessDefinition definition = mover.processes.of(file);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.add_signer",
                "case/" + file.number(),
                Map.of("task", String.valueOf(task.id()), "to", account)));
        mover.tasks.open(new CaseTask(
                0,
                file.id(),
                task.step(),
                task.engineTask(),
                null,
                grant.role(),
                grant.unit(),
                account,
                viewer.account(),
                task.barred(),
                change.knownAt(),
                null,
                null,
                null));
        return told(held.get(), EventKind.SIGNER_ADDED, reason.isBlank() ? null : reason.strip(), definition, change);
    }

    /// Leaves the case to others for good, since one has a part in the matter 回避. Call within a transaction.
    public CaseResult recuse(long taskId, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, Operation.RECUSE, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        if (reason.isBlank()) throw new NotPossible(Cases.REASON, new Text("写明回避的理由", "say why you are recused"));
        CaseTask task = held.get().task();
        boolean others = colleagues(taskId).stream().anyMatch(who -> !who.account().equals(viewer.account()));
        if (!others || !access.ofItsRole(viewer, task)) {
            throw new NotPossible(
                    null,
                    others
                            ? new Text("代办人不能替别人回避", "a deputy cannot be recused for another")
                            : new Text(
                                    "本单位没有别人能办，请先由负责人安排", "nobody else of the unit can do it: its head has to see to that first"));
        }
        CaseFile file = held.get().file();
        ProcessDefinition definition = mover.processes.of(file);
        Change change = log.open(new ChangeRequest(
                viewer.account(), "case.recuse", "case/" + file.number(), Map.of("task", String.valueOf(taskId))));
        mover.tasks.recuse(file.id(), viewer.account(), change);
        mover.tasks.of(file.id()).stream()
                .filter(open -> open.open() && viewer.account().equals(open.holder()))
                .forEach(open -> mover.tasks.hand(open, null));
        return told(held.get(), EventKind.RECUSED, reason.strip(), definition, change);
    }

    /// Lets another account read the case 抄送. Call within a transaction.
    public CaseResult copy(long taskId, String account, String reason, Viewer viewer) {
        Optional<Desk.Held> held = desk.take(taskId, Operation.COPY, viewer);
        if (held.isEmpty()) return new CaseResult.Missing();
        boolean staff = accounts.find(account).filter(who -> who.mayAnywhere(Permission.HANDLE_CASE)).isPresent();
        if (!staff) {
            throw new NotPossible(
                    Cases.TO,
                    new Text("“%s”不是能办件的账号".formatted(account), "`%s` is no account that handles cases".formatted(account)));
        }
        CaseFile file = held.get().file();
        ProcessDefinition definition = mover.processes.of(file);
        Change change = log.open(new ChangeRequest(
                viewer.account(), "case.copy", "case/" + file.number(), Map.of("to", account)));
        copies.send(file.id(), account, change);
        return told(held.get(), EventKind.COPIED, reason.isBlank() ? null : reason.strip(), definition, change);
    }

    /// Accounts that the task could be handed to.
    public List<Viewer> colleagues(long taskId) {
        return mover.tasks.find(taskId).stream()
                .flatMap(task -> accounts.enabled().stream().filter(who -> access.fits(who, task)))
                .toList();
    }

    /// Accounts that handle cases at all.
    public List<Viewer> staff() {
        return accounts.enabled().stream()
                .filter(who -> who.mayAnywhere(Permission.HANDLE_CASE))
                .toList();
    }

    /// Tasks whose holders are gone, or no longer what the task asks for.
    public List<Long> abandoned() {
        return mover.tasks.held().stream()
                .filter(held -> accounts.find(String.valueOf(held.holder()))
                        .filter(holder -> access.fits(holder, held))
                        .isEmpty())
                .map(CaseTask::id)
                .toList();
    }

    /// Lets anybody of its role and unit take a task whose holder is gone. Call within a transaction.
    public CaseResult release(long taskId) {
        Desk.Held held = desk.look(taskId).orElseThrow();
        CaseTask task = held.task();
        boolean still = task.open() && task.holder() != null;
        return still ? hand(held, EventKind.RELEASED, null, null, Viewer.system()) : new CaseResult.Missing();
    }

    private void mustFit(CaseTask task, String account) {
        boolean fits = accounts.find(account).map(who -> access.ofItsRole(who, task)).orElse(false);
        if (!fits) {
            throw new NotPossible(
                    Cases.TO,
                    new Text(
                            "“%s”不是这个单位的同类账号".formatted(account),
                            "`%s` is no account of the same role and unit".formatted(account)));
        }
    }

    private CaseResult hand(
            Desk.Held held, EventKind kind, @Nullable String to, @Nullable String reason, Viewer viewer) {
        CaseFile file = held.file();
        ProcessDefinition definition = mover.processes.of(file);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case." + kind.id(),
                "case/" + file.number(),
                Map.of("task", String.valueOf(held.task().id()), "to", to == null ? "" : to)));
        mover.tasks.hand(held.task(), to);
        return told(held, kind, reason, definition, change);
    }

    private CaseResult told(
            Desk.Held held, EventKind kind, @Nullable String reason, ProcessDefinition definition, Change change) {
        CaseFile file = held.file();
        mover.cases.append(file, kind, held.task().step(), null, reason, change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        return new CaseResult.Done(
                mover.settle(file, definition, file.state(), null, mover.content(file, definition), moves, change), change);
    }
}
