package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.Doing;
import org.luoshi.register.FieldError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A case: for staff under `/cases`, for who applied under `/my/cases`.
@Controller
class CasePages {

    private final Cases cases;
    private final CaseAnswers answers;
    private final FormFiles files;
    private final Messages messages;

    CasePages(Cases cases, CaseAnswers answers, FormFiles files, Messages messages) {
        this.files = files;
        this.cases = cases;
        this.answers = answers;
        this.messages = messages;
    }

    @Allow({Permission.READ, Permission.HANDLE_CASE})
    @GetMapping("/cases/{number}")
    View staff(@PathVariable String number, @RequestParam(required = false) @Nullable String told, Shell shell, Viewer viewer) {
        return show(answers.find(number, viewer), true, told, shell, viewer);
    }

    /// Personal data uncovered, for whoever has the task; the reading is in the audit log.
    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/reveal")
    View reveal(@PathVariable String number, Shell shell, Viewer viewer) {
        CaseView view = cases.reveal(number, viewer).orElseThrow(() -> new NotFound("case " + number));
        return show(view, true, null, shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}")
    View act(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam("_action") String action,
            @RequestParam(name = "_reason", defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            @RequestParam(name = FormFiles.DROP, defaultValue = "") List<Long> drop,
            Shell shell,
            Viewer viewer) {
        return act(number, task, action, reason, typed, new FormFiles.Sent(files, drop), true, shell, viewer);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases/{number}")
    View applicant(
            @PathVariable String number, @RequestParam(required = false) @Nullable String told, Shell shell, Viewer viewer) {
        return show(mine(number, viewer), false, told, shell, viewer);
    }

    @Allow(Permission.APPLY)
    @PostMapping("/my/cases/{number}/tasks/{task}")
    View answer(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam("_action") String action,
            @RequestParam(name = "_reason", defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            @RequestParam(name = FormFiles.DROP, defaultValue = "") List<Long> drop,
            Shell shell,
            Viewer viewer) {
        mine(number, viewer);
        return act(number, task, action, reason, typed, new FormFiles.Sent(files, drop), false, shell, viewer);
    }

    private View act(
            String number,
            long task,
            String action,
            String reason,
            Map<String, String> typed,
            FormFiles.Sent sent,
            boolean staff,
            Shell shell,
            Viewer viewer) {
        List<FieldError> errors = new ArrayList<>(cases.find(number, viewer)
                .filter(view -> view.mine().filter(mine -> mine.id() == task).isPresent())
                .map(view -> files.take(view, sent, viewer))
                .orElse(List.of()));
        WrittenNotice notice = NoticeTyped.of(typed, "").read(shell.today(), errors);
        CaseResult result = cases.act(task, action, typed, reason, notice, errors, viewer);
        return answers.of(result, number, staff, typed, reason, null, shell, viewer);
    }

    private View show(CaseView view, boolean staff, @Nullable String told, Shell shell, Viewer viewer) {
        return answers.show(
                HttpStatus.OK, view, staff, CaseDesk.Typed.NOTHING, null, told(told), shell, viewer);
    }

    private @Nullable Text told(@Nullable String told) {
        boolean known = "done".equals(told) || "applied".equals(told) || Doing.find(told).isPresent();
        return known ? messages.text("case.told." + told) : null;
    }

    private CaseView mine(String number, Viewer viewer) {
        CaseView view = answers.find(number, viewer);
        if (!view.applicant()) throw new NotFound("case " + number);
        return view;
    }
}
