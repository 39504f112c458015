package org.luoshi.web.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.CommentResult;
import org.luoshi.plan.Comments;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.status.Assessment;
import org.luoshi.plan.status.MilestoneFinding;
import org.luoshi.web.access.People;
import org.luoshi.web.part.Figures;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.StatusTag;
import org.luoshi.web.shell.Allow;
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

/// Everything about one commitment.
@Controller
class CommitmentPages {

    private final PlanDesk desk;
    private final FigurePanels panels;
    private final Figures figures;
    private final CommitmentHistory history;
    private final EvidenceLines evidence;
    private final People people;
    private final Comments comments;
    private final Pages pages;

    CommitmentPages(
            PlanDesk desk,
            FigurePanels panels,
            Figures figures,
            CommitmentHistory history,
            EvidenceLines evidence,
            People people,
            Comments comments,
            Pages pages) {
        this.desk = desk;
        this.panels = panels;
        this.figures = figures;
        this.history = history;
        this.evidence = evidence;
        this.people = people;
        this.comments = comments;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/plan/{id:[a-z][a-z0-9_]*}")
    View commitment(@PathVariable String id, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, id, "", List.of(), shell, viewer);
    }

    @Allow(Permission.COMMENT)
    @PostMapping("/plan/{id:[a-z][a-z0-9_]*}/comments")
    View comment(@PathVariable String id, @RequestParam String words, Shell shell, Viewer viewer) {
        return switch (comments.write(id, words, viewer)) {
            case CommentResult.Done _ -> new RedirectView("/plan/" + id + "#comments", false, true, false);
            case CommentResult.Refused(var reason) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        id,
                        words,
                        List.of(new FormError("words", reason)),
                        shell,
                        viewer);
        };
    }

    private View show(
            HttpStatus status, String id, String typed, List<FormError> errors, Shell shell, Viewer viewer) {
        Instant asOf = shell.asOf().moment();
        Plan plan = desk.plan(asOf);
        CommitmentView found = desk.plans()
                .commitment(id, asOf, viewer)
                .orElseThrow(() -> new NotFound("commitment " + id));
        Plan.Commitment commitment = found.commitment();
        Assessment assessment = found.assessment();
        Function<String, Text> names = people.names();
        List<CommitmentPage.EvidenceLine> pieces = evidence.of(plan, found, shell);
        return pages.show(status, "plan/commitment", new CommitmentPage(
                line(found, shell),
                RuleWords.of(assessment.causes()),
                found.focus(),
                commitment.period().stated(),
                commitment.detail(),
                commitment.assist().stream().sorted().map(unit -> desk.unit(unit, shell)).toList(),
                panels.of(found, shell),
                figures.of(
                        commitment.watch().stream()
                                .map(watched -> desk.indicator(watched, asOf))
                                .filter(Objects::nonNull)
                                .toList(),
                        commitment.lead(),
                        shell),
                assessment.milestones().stream().map(m -> milestone(m, shell.day())).toList(),
                commitment.evidence(),
                evidence.register(plan, commitment),
                evidence.form(plan, commitment, shell),
                pieces,
                found.evidence().size() - pieces.size(),
                found.clauses().stream()
                        .map(c -> new CommitmentPage.ClauseLine(c.id(), c.paragraph(), c.sentence(), c.gist()))
                        .toList(),
                found.dependsOn().stream().map(CommitmentPages::related).toList(),
                found.blocks().stream().map(CommitmentPages::related).toList(),
                history.of(plan, found, names, shell),
                comments.of(id, asOf, viewer).stream()
                        .filter(comment -> comment.body() != null)
                        .map(comment -> new CommitmentPage.Comment(
                                comment.writtenAt(), names.apply(comment.author()), String.valueOf(comment.body())))
                        .toList(),
                shell.may(Permission.COMMENT),
                typed,
                errors));
    }

    private CommitmentLine line(CommitmentView found, Shell shell) {
        Plan.Commitment commitment = found.commitment();
        Assessment assessment = found.assessment();
        Indicator indicator = found.indicator();
        Plan.Figure figure = commitment.figure();
        return new CommitmentLine(
                commitment.id(),
                commitment.title(),
                found.focusTitle(),
                found.measureTitle(),
                desk.unit(commitment.lead(), shell),
                commitment.period().from(),
                commitment.period().to(),
                StatusTag.of(assessment.status(), assessment.colour(), assessment.levelTitle()),
                assessment.reason(),
                assessment.actual() == null ? Shell.MISSING : shell.number(assessment.actual().value(), 0),
                null,
                figure == null ? Shell.MISSING : shell.number(figure.target(), 0),
                indicator == null ? "" : shell.unit(indicator.unit()),
                null,
                found.since(),
                List.of());
    }

    static MilestoneRow milestone(MilestoneFinding finding, LocalDate day) {
        return new MilestoneRow(
                finding.milestone().id(),
                finding.milestone().title(),
                finding.milestone().due(),
                finding.milestone().stated(),
                finding.state(day).name().toLowerCase(Locale.ROOT),
                finding.reachedOn(),
                finding.lateDays(day),
                finding.milestone().evidence());
    }

    private static CommitmentPage.Related related(CommitmentView.Linked linked) {
        return new CommitmentPage.Related(linked.id(), linked.title(), PlanDesk.tag(linked.status()));
    }
}
