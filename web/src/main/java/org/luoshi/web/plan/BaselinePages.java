package org.luoshi.web.plan;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.plan.Baseline;
import org.luoshi.plan.BaselineComparison;
import org.luoshi.plan.BaselineResult;
import org.luoshi.plan.Baselines;
import org.luoshi.web.access.People;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Freezing the plan, approving that, and comparing what was frozen with now.
@Controller
class BaselinePages {

    private final Baselines baselines;
    private final PlanDesk desk;
    private final ChangeWords words;
    private final People people;
    private final Pages pages;

    BaselinePages(Baselines baselines, PlanDesk desk, ChangeWords words, People people, Pages pages) {
        this.baselines = baselines;
        this.desk = desk;
        this.words = words;
        this.people = people;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/baselines")
    View baselines(@RequestParam(required = false) @Nullable String compare, Shell shell) {
        Baseline chosen = compare == null
                ? null
                : baselines.find(compare).orElseThrow(() -> new NotFound("baseline " + compare));
        return show(HttpStatus.OK, chosen, List.of(), "", "", shell);
    }

    @Allow(Permission.FREEZE_BASELINE)
    @PostMapping("/baselines")
    View freeze(@RequestParam String name, @RequestParam String note, Shell shell, Viewer viewer) {
        return switch (baselines.freeze(name.strip(), note.strip(), viewer)) {
            case BaselineResult.Done _ -> list();
            case BaselineResult.Refused(var reason) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        null,
                        List.of(new FormError("name", reason)),
                        name,
                        note,
                        shell);
        };
    }

    @Allow(Permission.FREEZE_BASELINE)
    @PostMapping("/baselines/approve")
    View approve(@RequestParam String name, Shell shell, Viewer viewer) {
        return switch (baselines.approve(name, viewer)) {
            case BaselineResult.Done _ -> list();
            case BaselineResult.Refused(var reason) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        null,
                        List.of(new FormError("list", reason)),
                        "",
                        "",
                        shell);
        };
    }

    private View show(
            HttpStatus status,
            @Nullable Baseline chosen,
            List<FormError> errors,
            String name,
            String note,
            Shell shell) {
        boolean mayFreeze = shell.may(Permission.FREEZE_BASELINE);
        Function<String, Text> names = people.names();
        return pages.showInThePresent(status, "plan/baselines", new BaselinesView(
                baselines.all().stream().map(b -> line(b, names, shell)).toList(),
                chosen == null ? null : compared(chosen, names),
                mayFreeze,
                errors,
                name,
                note));
    }

    private static BaselinesView.Line line(Baseline baseline, Function<String, Text> names, Shell shell) {
        Viewer viewer = shell.viewer();
        boolean another = viewer != null && !viewer.account().equals(baseline.frozenBy());
        return new BaselinesView.Line(
                baseline.name(),
                baseline.note(),
                baseline.version(),
                baseline.frozenAt(),
                names.apply(baseline.frozenBy()),
                baseline.approvedBy() == null ? null : names.apply(baseline.approvedBy()),
                baseline.approvedAt(),
                !baseline.approved() && another && shell.may(Permission.FREEZE_BASELINE));
    }

    private BaselinesView.@Nullable Compared compared(Baseline baseline, Function<String, Text> names) {
        PlanIndex index = desk.index(desk.plan(null));
        return baselines
                .compare(baseline, null)
                .map(comparison -> new BaselinesView.Compared(
                        baseline.name(),
                        comparison.from(),
                        comparison.to(),
                        comparison.entries().stream().map(entry -> difference(entry, index, names)).toList()))
                .orElse(null);
    }

    private BaselinesView.Difference difference(
            BaselineComparison.Entry entry, PlanIndex index, Function<String, Text> names) {
        return words.difference(
                entry.change(),
                index,
                entry.hands().stream()
                        .map(hand -> new BaselinesView.Hand(hand.at(), names.apply(hand.by()), hand.version()))
                        .toList());
    }

    private static View list() {
        return new RedirectView("/baselines", false, true, false);
    }
}
