package org.luoshi.web.process;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.Processes;
import org.luoshi.process.TaskLine;
import org.luoshi.process.Tasks;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// To-do and done.
@Controller
class TaskPages {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final Processes processes;
    private final Units units;
    private final Pages pages;
    private final Messages messages;

    TaskPages(Tasks tasks, Processes processes, Units units, Pages pages, Messages messages) {
        this.tasks = tasks;
        this.processes = processes;
        this.units = units;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks")
    View open(@RequestParam(required = false) @Nullable String told, Shell shell, Viewer viewer) {
        List<TasksView.Line> lines =
                tasks.open(viewer, MOST).stream().map(line -> line(line, shell)).toList();
        Text notice = "done".equals(told) ? messages.text("case.told.done") : null;
        return pages.show("process/tasks", new TasksView(true, tasks.countOpen(viewer), lines, notice));
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks/done")
    View done(Shell shell, Viewer viewer) {
        List<TasksView.Line> lines =
                tasks.done(viewer, MOST).stream().map(line -> line(line, shell)).toList();
        return pages.show("process/tasks", new TasksView(false, lines.size(), lines, null));
    }

    private TasksView.Line line(TaskLine line, Shell shell) {
        ProcessDefinition process = processes.of(line.file());
        Step step = process.step(line.task().step()).orElseThrow();
        var due = line.file().dueOn();
        String action = line.task().action();
        return new TasksView.Line(
                line.file().number(),
                "/cases/" + line.file().number(),
                line.file().title(),
                process.title(),
                step.title(),
                units.name(line.file().unit()),
                due,
                due == null ? 0 : ChronoUnit.DAYS.between(shell.today(), due),
                line.task().doneAt() == null ? line.task().openedAt() : line.task().doneAt(),
                action == null ? null : step.action(action).map(Action::title).orElse(null));
    }
}
