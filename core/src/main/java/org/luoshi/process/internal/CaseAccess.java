package org.luoshi.process.internal;

import java.util.List;
import java.util.Set;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseTask;
import org.springframework.stereotype.Component;

/// Who may see a case, and who may do a task. A task gives its data to who holds it or may take it, and ends with it.
@Component
public class CaseAccess {

    private final Units units;
    private final Guard guard;

    public CaseAccess(Units units, Guard guard) {
        this.units = units;
        this.guard = guard;
    }

    public boolean applied(Viewer viewer, CaseFile file) {
        return viewer.account().equals(file.applicant()) && viewer.mayAnywhere(Permission.APPLY);
    }

    /// Whether the viewer has the task, or may take it.
    public boolean mayDo(Viewer viewer, CaseTask task) {
        if (viewer.everywhere() || viewer.account().equals(task.holder())) {
            return true;
        }
        return task.holder() == null && ofItsRole(viewer, task);
    }

    /// Whether the task is one for the viewer's role and unit.
    public boolean ofItsRole(Viewer viewer, CaseTask task) {
        String unit = task.unit();
        return unit != null
                && viewer.grants().stream()
                        .anyMatch(g -> g.role() == task.role() && units.isWithin(unit, Set.of(g.unit())));
    }

    public boolean maySee(Viewer viewer, CaseFile file, List<CaseTask> tasks) {
        return applied(viewer, file)
                || guard.may(viewer, Permission.READ, file.unit())
                || tasks.stream().anyMatch(task -> task.open() && mayDo(viewer, task));
    }

    /// Whether personal data are shown as they are: to whom they belong, and to who has a task and needs them for it.
    public boolean maySeePersonal(Viewer viewer, CaseFile file, List<CaseTask> tasks) {
        return viewer.everywhere()
                || applied(viewer, file)
                || tasks.stream().anyMatch(task -> task.open() && viewer.account().equals(task.holder()));
    }
}
