package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.kernel.clock.DueLevel;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Processes;
import org.luoshi.process.TaskLine;
import org.luoshi.process.Tasks;
import org.luoshi.web.process.TasksView.Tab;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The lists of an officer. They show what is so now, whatever moment the other pages look at.
@Controller
class TaskPages {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final CaseOperations operations;
    private final Processes processes;
    private final Units units;
    private final Pages pages;
    private final Messages messages;

    TaskPages(
            Tasks tasks, CaseOperations operations, Processes processes, Units units, Pages pages, Messages messages) {
        this.tasks = tasks;
        this.operations = operations;
        this.processes = processes;
        this.units = units;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks")
    View open(@RequestParam(required = false) @Nullable String told, Viewer viewer) {
        Text notice = "done".equals(told) ? messages.text("case.told.done") : null;
        return open(notice, List.of(), viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks/unit")
    View unit(Viewer viewer) {
        return show(Tab.UNIT, tasks.countOfMyUnits(viewer), lines(tasks.ofMyUnits(viewer, MOST)), viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks/done")
    View done(@RequestParam(required = false) @Nullable Long before, Viewer viewer) {
        List<TaskLine> found = tasks.done(before, MOST + 1, viewer);
        List<TaskLine> page = found.stream().limit(MOST).toList();
        Long last = found.size() > MOST ? page.getLast().task().id() : null;
        return page(Tab.DONE, lines(page), before, last, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/tasks/copies")
    View copies(@RequestParam(required = false) @Nullable Long before, Viewer viewer) {
        List<CaseFile> found = tasks.copies(before, MOST + 1, viewer);
        List<CaseFile> page = found.stream().limit(MOST).toList();
        Long last = found.size() > MOST ? page.getLast().id() : null;
        return page(Tab.COPIES, page.stream().map(this::copy).toList(), before, last, viewer);
    }

    /// Takes or hands over several at once; each by itself, so that what cannot be done keeps nothing else back.
    ///
    /// @param to account that gets them; blank to take them oneself
    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/tasks")
    View together(
            @RequestParam(name = "task", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam("_do") String what,
            Viewer viewer) {
        boolean take = what.equals("take");
        int done = 0;
        List<Text> problems = new ArrayList<>();
        for (long task : chosen.stream().limit(MOST).toList()) {
            CaseResult result =
                    take ? operations.take(task, viewer) : operations.transfer(task, to.strip(), reason, viewer);
            switch (result) {
                case CaseResult.Done _ -> done++;
                case CaseResult.Refused(var errors) -> errors.forEach(error -> problems.add(error.text()));
                case CaseResult.TooLate _, CaseResult.Missing _ -> problems.add(messages.text("tasks.gone"));
            }
        }
        Text notice = messages.text(take ? "tasks.taken" : "tasks.handed", done);
        return open(notice, problems.stream().distinct().toList(), viewer);
    }

    /// The list again, with why nothing was done.
    View refused(Text why, Viewer viewer) {
        return open(null, List.of(why), viewer);
    }

    private View open(@Nullable Text notice, List<Text> problems, Viewer viewer) {
        List<TasksView.Line> lines = lines(tasks.open(viewer, MOST));
        TasksView view = new TasksView(
                Tab.OPEN, tasks.heads(viewer), tasks.countOpen(viewer), lines, notice, problems, null, null);
        return pages.showInThePresent(HttpStatus.OK, "process/tasks", view);
    }

    private View show(Tab tab, long count, List<TasksView.Line> lines, Viewer viewer) {
        return pages.showInThePresent(
                HttpStatus.OK,
                "process/tasks",
                new TasksView(tab, tasks.heads(viewer), count, lines, null, List.of(), null, null));
    }

    /// One page of a list that grows for ever.
    ///
    /// @param last id after which the next page begins; null where there is none
    private View page(Tab tab, List<TasksView.Line> lines, @Nullable Long before, @Nullable Long last, Viewer viewer) {
        String newest = before == null ? null : tab.path();
        String older = last == null ? null : tab.path() + "?before=" + last;
        return pages.showInThePresent(
                HttpStatus.OK,
                "process/tasks",
                new TasksView(tab, tasks.heads(viewer), lines.size(), lines, null, List.of(), newest, older));
    }

    List<TasksView.Line> lines(List<TaskLine> lines) {
        return lines.stream().map(this::line).toList();
    }

    private static TasksView.@Nullable Limit limit(@Nullable ClockReading reading) {
        if (reading == null) return null;
        DueLevel level = reading.level();
        return new TasksView.Limit(
                reading.promised() == null ? null : reading.promised().date(),
                reading.due().provisional(),
                ClockPanels.tone(reading, level),
                level == null ? null : level.title(),
                reading.left(),
                reading.past(),
                reading.promisePast());
    }

    private TasksView.Line line(TaskLine line) {
        CaseFile file = line.file();
        CaseTask task = line.task();
        ProcessDefinition process = processes.of(file);
        Step step = process.step(task.step()).orElseThrow();
        String action = task.action();
        return new TasksView.Line(
                task.id(),
                file.number(),
                "/cases/" + file.number(),
                file.title(),
                process.title(),
                step.title(),
                units.name(file.unit()),
                file.dueOn(),
                limit(line.clock()),
                task.doneAt() == null ? task.openedAt() : task.doneAt(),
                action == null ? null : step.action(action).map(Action::title).orElse(null),
                task.holder());
    }

    private TasksView.Line copy(CaseFile file) {
        return new TasksView.Line(
                0,
                file.number(),
                "/cases/" + file.number(),
                file.title(),
                processes.of(file).title(),
                null,
                units.name(file.unit()),
                file.dueOn(),
                null,
                file.openedAt(),
                null,
                null);
    }
}
