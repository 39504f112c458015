package org.luoshi.web.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.Doing;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Answers what was done to a case: on to the page of the case as it is now, or the form again with what is wrong.
///
/// Cases are shown as they are, whatever moment the other pages look at: what is to be done is to be done now.
@Component
class CaseAnswers {

    private final Cases cases;
    private final CaseDesk desk;
    private final Pages pages;

    CaseAnswers(Cases cases, CaseDesk desk, Pages pages) {
        this.cases = cases;
        this.desk = desk;
        this.pages = pages;
    }

    /// @param typed what was sent
    /// @param doing what was to be done; null for the finishing of a step
    View of(
            CaseResult result,
            String number,
            boolean staff,
            Map<String, String> typed,
            String reason,
            @Nullable Doing doing,
            Shell shell,
            Viewer viewer) {
        return switch (result) {
            case CaseResult.Done(var file, var _) -> {
                // who finished the last task that gave access goes back to the list
                boolean still = cases.find(file.number(), viewer).isPresent();
                String path = still ? path(file.number(), staff) : staff ? "/tasks" : "/my/cases";
                yield new RedirectView(path + "?told=" + (doing == null ? "done" : doing.id()), false, true, false);
            }
            case CaseResult.Refused(var errors) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        find(number, viewer),
                        staff,
                        new CaseDesk.Typed(typed, reason, errors),
                        doing,
                        null,
                        shell,
                        viewer);
            case CaseResult.TooLate late -> {
                CaseView view = find(number, viewer);
                yield show(
                        HttpStatus.CONFLICT, view, staff, CaseDesk.Typed.NOTHING, null, desk.notice(late, view), shell, viewer);
            }
            case CaseResult.Missing() -> throw new NotFound("task of case " + number);
        };
    }

    /// @param doing whose form was sent
    View show(
            HttpStatus status,
            CaseView view,
            boolean staff,
            CaseDesk.Typed typed,
            @Nullable Doing doing,
            @Nullable Text notice,
            Shell shell,
            Viewer viewer) {
        CasePage page = desk.page(view, path(view.file().number(), staff), staff, typed, doing, notice, shell, viewer);
        return pages.showInThePresent(status, staff ? "process/case" : "process/mine", page);
    }

    CaseView find(String number, Viewer viewer) {
        return cases.find(number, viewer).orElseThrow(() -> new NotFound("case " + number));
    }

    private static String path(String number, boolean staff) {
        return (staff ? "/cases/" : "/my/cases/") + number;
    }
}
