package org.luoshi.process.internal;

import java.util.List;
import java.util.Set;
import org.luoshi.access.Accounts;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseTask;
import org.luoshi.process.internal.store.CopyStore;
import org.luoshi.process.internal.store.DeputyStore;
import org.springframework.stereotype.Component;

/// Who may see a case, and who may do a task. A task gives its data to who holds it or may take it, and ends with it.
@Component
public class CaseAccess {

    private final Units units;
    private final Guard guard;
    private final Accounts accounts;
    private final DeputyStore deputies;
    private final CopyStore copies;

    public CaseAccess(Units units, Guard guard, Accounts accounts, DeputyStore deputies, CopyStore copies) {
        this.copies = copies;
        this.accounts = accounts;
        this.units = units;
        this.guard = guard;
        this.deputies = deputies;
    }

    public boolean applied(Viewer viewer, CaseFile file) {
        return viewer.account().equals(file.applicant()) && viewer.mayAnywhere(Permission.APPLY);
    }

    /// Whether the viewer has the task, or may take it.
    public boolean mayDo(Viewer viewer, CaseTask task) {
        String holder = task.holder();
        if (viewer.everywhere()) return true;
        if (task.barred().contains(viewer.account())) return false;
        if (holder == null) return ofItsRole(viewer, task);
        if (holder.equals(viewer.account())) return fits(viewer, task);
        return task.unit() != null
                && viewer.mayAnywhere(Permission.HANDLE_CASE)
                && deputies.actsFor(viewer.account(), holder)
                && accounts.find(holder).filter(absent -> fits(absent, task)).isPresent();
    }

    /// Whether the task can still be an account's: it loses its tasks with its role.
    boolean fits(Viewer who, CaseTask task) {
        return task.unit() == null ? who.mayAnywhere(Permission.APPLY) : ofItsRole(who, task);
    }

    /// Whether the viewer heads the unit whose task it is.
    ///
    /// @param role id of the accounts' role that approves, as the clock's terms name it
    boolean isHead(Viewer viewer, String role, CaseTask task) {
        String unit = task.unit();
        return unit != null
                && viewer.grants().stream()
                        .anyMatch(g -> g.role().name().equalsIgnoreCase(role) && units.isWithin(unit, Set.of(g.unit())));
    }

    /// Whether the task is one for the viewer's role and unit.
    public boolean ofItsRole(Viewer viewer, CaseTask task) {
        String unit = task.unit();
        return unit != null
                && !task.barred().contains(viewer.account())
                && viewer.grants().stream()
                        .anyMatch(g -> g.role() == task.role() && units.isWithin(unit, Set.of(g.unit())));
    }

    public boolean maySee(Viewer viewer, CaseFile file, List<CaseTask> tasks) {
        return applied(viewer, file)
                || guard.may(viewer, Permission.READ, file.unit())
                || tasks.stream().anyMatch(task -> task.open() && (mayDo(viewer, task) || worksThere(viewer, task)))
                || viewer.mayAnywhere(Permission.HANDLE_CASE) && copies.has(file.id(), viewer.account());
    }

    /// Whether the task lies in a unit whose cases the viewer works on: its head, and the holder's colleagues.
    private boolean worksThere(Viewer viewer, CaseTask task) {
        String unit = task.unit();
        return unit != null
                && guard.may(viewer, Permission.READ, unit)
                && guard.may(viewer, Permission.HANDLE_CASE, unit);
    }

    /// Whether personal data are shown as they are: to whom they belong, and to who has a task and needs them for it.
    public boolean maySeePersonal(Viewer viewer, CaseFile file, List<CaseTask> tasks) {
        return viewer.everywhere()
                || applied(viewer, file)
                || tasks.stream().anyMatch(task -> task.open() && task.holder() != null && mayDo(viewer, task));
    }
}
