package org.luoshi.web.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A case: for staff under `/cases`, for who applied under `/my/cases`.
@Controller
class CasePages {

    private final Cases cases;
    private final CaseDesk desk;
    private final Pages pages;
    private final Messages messages;

    CasePages(Cases cases, CaseDesk desk, Pages pages, Messages messages) {
        this.cases = cases;
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow({Permission.READ, Permission.HANDLE_CASE})
    @GetMapping("/cases/{number}")
    View staff(@PathVariable String number, @RequestParam(required = false) @Nullable String told, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, find(number, viewer), true, CaseDesk.Typed.NOTHING, told(told), shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}")
    View act(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam("_action") String action,
            @RequestParam(name = "_reason", defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            Shell shell,
            Viewer viewer) {
        return act(number, task, action, reason, typed, true, shell, viewer);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases/{number}")
    View applicant(
            @PathVariable String number, @RequestParam(required = false) @Nullable String told, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, mine(number, viewer), false, CaseDesk.Typed.NOTHING, told(told), shell, viewer);
    }

    @Allow(Permission.APPLY)
    @PostMapping("/my/cases/{number}/tasks/{task}")
    View answer(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam("_action") String action,
            @RequestParam(name = "_reason", defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            Shell shell,
            Viewer viewer) {
        mine(number, viewer);
        return act(number, task, action, reason, typed, false, shell, viewer);
    }

    private View act(
            String number,
            long task,
            String action,
            String reason,
            Map<String, String> typed,
            boolean staff,
            Shell shell,
            Viewer viewer) {
        CaseResult result = cases.act(task, action, typed, reason, viewer);
        return switch (result) {
            case CaseResult.Done(var file, var _) -> {
                // who finished the last task that gave access goes back to the list
                boolean still = cases.find(file.number(), viewer).isPresent();
                String path = still ? path(file.number(), staff) : staff ? "/tasks" : "/my/cases";
                yield new RedirectView(path + "?told=done", false, true, false);
            }
            case CaseResult.Refused(var errors) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        find(number, viewer),
                        staff,
                        new CaseDesk.Typed(typed, reason, errors),
                        null,
                        shell,
                        viewer);
            case CaseResult.TooLate late -> {
                CaseView view = find(number, viewer);
                yield show(HttpStatus.CONFLICT, view, staff, CaseDesk.Typed.NOTHING, desk.notice(late, view), shell, viewer);
            }
            case CaseResult.Missing() -> throw new NotFound("task " + task + " of case " + number);
        };
    }

    private View show(
            HttpStatus status,
            CaseView view,
            boolean staff,
            CaseDesk.Typed typed,
            @Nullable Text notice,
            Shell shell,
            Viewer viewer) {
        CasePage page = desk.page(view, path(view.file().number(), staff), staff, typed, notice, shell, viewer);
        return pages.show(status, staff ? "process/case" : "process/mine", page);
    }

    private static String path(String number, boolean staff) {
        return (staff ? "/cases/" : "/my/cases/") + number;
    }

    private @Nullable Text told(@Nullable String told) {
        return "done".equals(told) || "applied".equals(told) ? messages.text("case.told." + told) : null;
    }

    private CaseView find(String number, Viewer viewer) {
        return cases.find(number, viewer).orElseThrow(() -> new NotFound("case " + number));
    }

    private CaseView mine(String number, Viewer viewer) {
        CaseView view = find(number, viewer);
        if (!view.applicant()) throw new NotFound("case " + number);
        return view;
    }
}
