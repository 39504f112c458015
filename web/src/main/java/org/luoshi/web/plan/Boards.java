package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Board;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.status.MilestoneFinding;
import org.luoshi.web.draw.Timeline;
import org.luoshi.web.part.Pager;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The plan as a tree and over the calendar.
@Controller
class Boards {

    private final PlanDesk desk;
    private final BoardFilters filters;
    private final Messages messages;
    private final Pages pages;

    Boards(PlanDesk desk, BoardFilters filters, Messages messages, Pages pages) {
        this.desk = desk;
        this.filters = filters;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/plan")
    View board(Shell shell, Viewer viewer) {
        return pages.show("plan/board", view(shell, viewer, false));
    }

    @Allow(Permission.READ)
    @GetMapping("/timeline")
    View timeline(Shell shell, Viewer viewer) {
        return pages.show("plan/timeline", view(shell, viewer, true));
    }

    private BoardView view(Shell shell, Viewer viewer, boolean timeline) {
        Plan plan = desk.plan(shell.asOf().moment());
        PlanIndex index = desk.index(plan);
        int page = filters.page(shell);
        Board board = desk.plans().board(filters.read(shell), shell.asOf().moment(), viewer);
        return new BoardView(
                plan.title(),
                filters.fields(plan, shell),
                desk.tally(plan, board.byStatus(), status -> shell.address().with("status", status), shell),
                outline(plan, desk.plans().measures(plan, viewer), shell),
                groups(board.rows(), index, shell),
                timeline && !board.rows().isEmpty() ? draw(board.rows(), shell) : null,
                Pager.of(shell.address(), page, Pager.SIZE, board.total()));
    }

    /// What the viewer can find on the board, and no more.
    private List<BoardView.Outline> outline(Plan plan, Map<String, Integer> seen, Shell shell) {
        String path = shell.address().path();
        String focus = shell.address().first("focus");
        String measure = shell.address().first("measure");
        return plan.focuses().stream()
                .map(f -> new BoardView.Outline(
                        f.title(),
                        shell.to(path + "?focus=" + f.id()),
                        f.measures().stream().mapToInt(m -> seen.getOrDefault(m.id(), 0)).sum(),
                        f.id().equals(focus) || f.measures().stream().anyMatch(m -> m.id().equals(measure)),
                        f.measures().stream()
                                .filter(m -> seen.containsKey(m.id()))
                                .map(m -> new BoardView.Entry(
                                        m.title(),
                                        shell.to(path + "?measure=" + m.id()),
                                        seen.getOrDefault(m.id(), 0),
                                        m.id().equals(measure)))
                                .toList()))
                .filter(outline -> outline.count() > 0)
                .toList();
    }

    private List<BoardView.Group> groups(List<CommitmentRow> rows, PlanIndex index, Shell shell) {
        List<BoardView.Group> groups = new ArrayList<>();
        String focus = "";
        for (int from = 0; from < rows.size(); ) {
            CommitmentRow first = rows.get(from);
            int to = from;
            while (to < rows.size() && rows.get(to).measure().equals(first.measure())) to++;
            groups.add(new BoardView.Group(
                    index.focusTitle(first.focus()),
                    !first.focus().equals(focus),
                    index.measureTitle(first.measure()),
                    lever(index.measure(first.measure())),
                    rows.subList(from, to).stream().map(r -> desk.line(r, index, shell)).toList()));
            focus = first.focus();
            from = to;
        }
        return groups;
    }

    private Text lever(Plan.@Nullable Measure measure) {
        if (measure == null) return Text.EMPTY;
        return switch (measure.lever()) {
            case EMPHASIS -> messages.text("plan.lever.emphasis");
            case LEVER -> messages.text("plan.lever.lever");
            case NONE -> Text.EMPTY;
        };
    }

    private Timeline draw(List<CommitmentRow> rows, Shell shell) {
        LocalDate from = rows.stream().map(r -> r.period().from()).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = rows.stream().map(r -> r.period().to()).max(LocalDate::compareTo).orElseThrow();
        Set<String> shown = rows.stream().map(CommitmentRow::id).collect(Collectors.toSet());
        Map<String, List<MilestoneFinding>> findings = desk.plans().milestones(shown, shell.asOf().moment());
        List<Timeline.Bar> bars = rows.stream()
                .map(row -> new Timeline.Bar(
                        shell.say(row.title()),
                        "/plan/" + row.id(),
                        row.period().from(),
                        row.period().to(),
                        PlanDesk.tag(row.status()).colour(),
                        shell.say(row.status().title()),
                        stones(findings.getOrDefault(row.id(), List.of()), shell)))
                .toList();
        return Timeline.draw(bars, from, to.plusDays(10), shell.day());
    }

    private static List<Timeline.Stone> stones(List<MilestoneFinding> findings, Shell shell) {
        return findings.stream()
                .map(finding -> new Timeline.Stone(
                        finding.milestone().due(), title(finding, shell), state(finding, shell.day())))
                .toList();
    }

    private static String title(MilestoneFinding finding, Shell shell) {
        String state = finding.state(shell.day()).name().toLowerCase(Locale.ROOT);
        return shell.say(finding.milestone().title()) + " · "
                + shell.t("milestone.state." + state, finding.lateDays(shell.day()));
    }

    private static String state(MilestoneFinding finding, LocalDate day) {
        return finding.reached() ? "done" : finding.milestone().due().isBefore(day) ? "late" : "";
    }
}
