package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseResult;
import org.luoshi.process.Cases;
import org.luoshi.process.Processes;
import org.luoshi.process.TaskLine;
import org.luoshi.process.Tasks;
import org.luoshi.register.FieldError;
import org.luoshi.register.RecordForm;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Finishes the same step of several cases with one form. Each case is a transaction of its own with an answer of its
/// own, so what cannot be done keeps nothing else back and nothing is half done.
@Controller
class TogetherPages {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final Cases cases;
    private final Processes processes;
    private final CaseDesk desk;
    private final TaskPages lists;
    private final Pages pages;
    private final Messages messages;

    TogetherPages(
            Tasks tasks,
            Cases cases,
            Processes processes,
            CaseDesk desk,
            TaskPages lists,
            Pages pages,
            Messages messages) {
        this.tasks = tasks;
        this.cases = cases;
        this.processes = processes;
        this.desk = desk;
        this.lists = lists;
        this.pages = pages;
        this.messages = messages;
    }

    /// @param action blank to be shown the form
    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/tasks/together")
    View together(
            @RequestParam(name = "task", defaultValue = "") List<Long> chosen,
            @RequestParam(name = "_action", defaultValue = "") String action,
            @RequestParam(name = "_reason", defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            Shell shell,
            Viewer viewer) {
        List<Long> ids = chosen.stream().distinct().limit(MOST).toList();
        List<TaskLine> lines = tasks.chosen(ids, viewer);
        if (lines.isEmpty()) return lists.refused(messages.text("tasks.together.none"), viewer);
        Set<String> steps = lines.stream()
                .map(line -> line.file().version() + "/" + line.task().step())
                .collect(Collectors.toSet());
        if (steps.size() > 1) return lists.refused(messages.text("tasks.together.unlike"), viewer);
        ProcessDefinition process = processes.of(lines.getFirst().file());
        Step step = process.step(lines.getFirst().task().step()).orElseThrow();
        CaseDesk.Typed kept = new CaseDesk.Typed(typed, reason, List.of());
        if (action.isEmpty()) return show(HttpStatus.OK, process, step, lines, List.of(), kept, shell, viewer);
        Map<String, String> filled = new HashMap<>(typed);
        // what is left open here is left as it is in each case
        filled.values().removeIf(String::isBlank);
        List<TogetherView.Answer> answers = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (TaskLine line : lines) {
            List<FieldError> unread = new ArrayList<>();
            WrittenNotice notice = NoticeTyped.of(typed, "").read(shell.today(), unread);
            CaseResult result = cases.act(line.task().id(), action, filled, reason, notice, unread, viewer);
            answers.add(answer(line, result));
            if (result instanceof CaseResult.Refused(var refused)) errors.addAll(refused);
        }
        List<Long> open = answers.stream().noneMatch(answer -> !answer.done())
                ? List.of()
                : tasks.chosen(ids, viewer).stream().map(line -> line.task().id()).toList();
        List<TaskLine> left =
                lines.stream().filter(line -> open.contains(line.task().id())).toList();
        return show(
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                process,
                step,
                left,
                answers,
                new CaseDesk.Typed(typed, reason, errors),
                shell,
                viewer);
    }

    private TogetherView.Answer answer(TaskLine line, CaseResult result) {
        String number = line.file().number();
        List<Text> words =
                switch (result) {
                    case CaseResult.Done _ -> List.of();
                    case CaseResult.Refused(var errors) -> errors.stream().map(FieldError::text).distinct().toList();
                    case CaseResult.TooLate late -> List.of(messages.text("tasks.together.late", late.by()));
                    case CaseResult.Missing() -> List.of(messages.text("tasks.gone"));
                };
        return new TogetherView.Answer(number, "/cases/" + number, result instanceof CaseResult.Done, words);
    }

    private View show(
            HttpStatus status,
            ProcessDefinition process,
            Step step,
            List<TaskLine> lines,
            List<TogetherView.Answer> answers,
            CaseDesk.Typed typed,
            Shell shell,
            Viewer viewer) {
        RecordForm form = cases.form(process, step, typed.values(), typed.errors());
        CasePage.Act act = desk.act(0, process, step, form, List.of(), typed, shell, viewer);
        return pages.showInThePresent(
                status,
                "process/together",
                new TogetherView(
                        process.title(),
                        step.title(),
                        lists.lines(lines),
                        answers,
                        act.inputs(),
                        act.notice(),
                        act.buttons(),
                        act.asksReason(),
                        typed.reason(),
                        !step.attached().isEmpty(),
                        distinct(desk.errors(act, typed))));
    }

    /// The same mistake of several cases is told once at the top; beside each case all of its own stand.
    private static List<FormError> distinct(List<FormError> errors) {
        return errors.stream().distinct().toList();
    }
}
