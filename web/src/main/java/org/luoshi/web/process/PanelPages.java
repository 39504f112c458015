package org.luoshi.web.process;

import java.util.List;
import java.util.Map;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CasePanels;
import org.luoshi.process.CaseResult;
import org.luoshi.process.Cases;
import org.luoshi.process.Vote;
import org.luoshi.register.FieldError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Seats panels, takes votes and has them counted.
@Controller
class PanelPages {

    private final CasePanels panels;
    private final CaseAnswers answers;

    PanelPages(CasePanels panels, CaseAnswers answers) {
        this.panels = panels;
        this.answers = answers;
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}/panel/seat")
    View seat(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam(name = "member", defaultValue = "") List<String> members,
            Shell shell,
            Viewer viewer) {
        return answer(panels.seat(task, members, viewer), number, shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}/panel/vote")
    View vote(
            @PathVariable String number,
            @PathVariable long task,
            @RequestParam(name = "vote", defaultValue = "") String vote,
            Shell shell,
            Viewer viewer) {
        CaseResult result = Vote.find(vote)
                .map(said -> panels.vote(task, said, viewer))
                .orElseGet(() -> new CaseResult.Refused(List.of(
                        new FieldError(Cases.PANEL, new Text("选择一项", "choose one")))));
        return answer(result, number, shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}/panel/count")
    View count(@PathVariable String number, @PathVariable long task, Shell shell, Viewer viewer) {
        return answer(panels.count(task, viewer), number, shell, viewer);
    }

    private View answer(CaseResult result, String number, Shell shell, Viewer viewer) {
        return answers.of(result, number, true, Map.of(), "", null, shell, viewer);
    }
}
