package org.luoshi.web.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Coverage;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Which sentences of the source the plan answers, and which it does not.
@Controller
class ClausePages {

    private static final List<String> STATES = List.of("uncovered", "covered", "none_needed");

    private final PlanDesk desk;
    private final Messages messages;
    private final Pages pages;

    ClausePages(PlanDesk desk, Messages messages, Pages pages) {
        this.desk = desk;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/clauses")
    View clauses(Shell shell, Viewer viewer) {
        Instant asOf = shell.asOf().moment();
        Plan plan = desk.plan(asOf);
        Coverage coverage = desk.plans().coverage(asOf);
        Map<String, CommitmentRow> rows = desk.plans().board(BoardFilter.ALL, asOf, viewer).rows().stream()
                .collect(Collectors.toMap(CommitmentRow::id, Function.identity()));
        List<ClausesView.Line> lines =
                plan.clauses().stream().map(clause -> line(clause, coverage, rows, shell)).toList();
        String state = shell.address().first("state");
        String kind = shell.address().first("kind");
        String words = shell.address().first("q");
        return pages.show("plan/clauses", new ClausesView(
                plan.source().title(),
                plan.source().publisher(),
                plan.source().date(),
                plan.source().url(),
                lines.size(),
                count(lines, "covered"),
                count(lines, "none_needed"),
                count(lines, "uncovered"),
                filters(shell, state, kind, words),
                lines.stream()
                        .filter(line -> state == null || line.state().equals(state))
                        .filter(line -> kind == null || line.kind().equals(kindText(kind)))
                        .filter(line -> words == null || matches(line, words))
                        .toList()));
    }

    private ClausesView.Line line(
            Plan.Clause clause, Coverage coverage, Map<String, CommitmentRow> rows, Shell shell) {
        List<CommitmentPage.Related> commitments =
                coverage.commitmentsOf().getOrDefault(clause.id(), List.of()).stream()
                        .filter(rows::containsKey)
                        .map(rows::get)
                        .map(row -> new CommitmentPage.Related(row.id(), row.title(), PlanDesk.tag(row.status())))
                        .toList();
        boolean named = coverage.commitmentsOf().containsKey(clause.id());
        String state = named ? "covered" : clause.needsCommitment() ? "uncovered" : "none_needed";
        String speaker = clause.speaker();
        return new ClausesView.Line(
                clause.id(),
                clause.paragraph(),
                clause.sentence(),
                speaker == null ? null : desk.unit(speaker, shell),
                kindText(clause.kind().name().toLowerCase(Locale.ROOT)),
                clause.gist(),
                state,
                clause.because(),
                commitments);
    }

    private List<FilterField> filters(
            Shell shell, @Nullable String state, @Nullable String kind, @Nullable String words) {
        return List.of(
                FilterField.select(
                        "state",
                        shell.t("clause.state"),
                        state,
                        STATES.stream().map(s -> new Option(s, shell.t("clause.state." + s))).toList()),
                FilterField.select(
                        "kind",
                        shell.t("clause.kind"),
                        kind,
                        Arrays.stream(Plan.ClauseKind.values())
                                .map(k -> k.name().toLowerCase(Locale.ROOT))
                                .map(k -> new Option(k, shell.say(kindText(k))))
                                .toList()),
                FilterField.input("q", shell.t("clause.words"), "search", words));
    }

    private Text kindText(String kind) {
        boolean known = Arrays.stream(Plan.ClauseKind.values()).anyMatch(k -> k.name().equalsIgnoreCase(kind));
        return known ? messages.text("clause.kind." + kind) : Text.EMPTY;
    }

    private static boolean matches(ClausesView.Line line, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return line.gist().zh().contains(wanted)
                || line.gist().en().toLowerCase(Locale.ROOT).contains(wanted)
                || line.id().equals(wanted);
    }

    private static int count(List<ClausesView.Line> lines, String state) {
        return (int) lines.stream().filter(line -> line.state().equals(state)).count();
    }
}
