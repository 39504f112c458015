package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.City;
import org.luoshi.pack.Plan;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.UnitPlan;
import org.luoshi.process.Tasks;
import org.luoshi.web.part.Figures;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.quality.FigureMarks;
import org.luoshi.web.quality.QualityNotes;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Units and what each has to do with the plan.
@Controller
class UnitPages {

    /// More of a kind are found by name.
    private static final int LISTED = 60;

    private final PlanDesk desk;
    private final Units units;
    private final Guard guard;
    private final Tasks tasks;
    private final Figures figures;
    private final QualityNotes doubts;
    private final FigureMarks marks;
    private final Pages pages;

    UnitPages(
            PlanDesk desk,
            Units units,
            Guard guard,
            Tasks tasks,
            Figures figures,
            QualityNotes doubts,
            FigureMarks marks,
            Pages pages) {
        this.desk = desk;
        this.units = units;
        this.guard = guard;
        this.tasks = tasks;
        this.figures = figures;
        this.doubts = doubts;
        this.marks = marks;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/units")
    View units(Shell shell, Viewer viewer) {
        String kind = shell.address().first("kind");
        String words = shell.address().first("q");
        Map<String, UnitsView.Load> loads = loads(desk.plans().board(BoardFilter.ALL, shell.asOf().moment(), viewer).rows());
        List<UnitsView.Kind> kinds = new ArrayList<>();
        for (UnitKind one : UnitKind.values()) {
            if (kind != null && !one.id().equals(kind)) continue;
            List<Unit> found = units.tree(shell.asOf().moment()).units().stream()
                    .filter(u -> u.kind() == one && matches(u, words))
                    .sorted(Comparator.comparingInt((Unit u) -> -loads.getOrDefault(u.id(), NONE).leads()))
                    .toList();
            if (found.isEmpty()) continue;
            kinds.add(new UnitsView.Kind(
                    one.label(),
                    found.size(),
                    found.stream().limit(LISTED).map(u -> line(u, loads, viewer)).toList()));
        }
        List<Option> options =
                Arrays.stream(UnitKind.values()).map(k -> new Option(k.id(), shell.alone(k.label()))).toList();
        return pages.show("plan/units", new UnitsView(
                List.of(
                        FilterField.select("kind", shell.t("units.kind"), kind, options),
                        FilterField.input("q", shell.t("plan.words"), "search", words)),
                kinds));
    }

    @Allow(Permission.READ)
    @GetMapping("/units/{id}")
    View unit(@PathVariable String id, Shell shell, Viewer viewer) {
        UnitTree tree = units.tree(shell.asOf().moment());
        Unit unit = tree.find(id).orElseThrow(() -> new NotFound("unit " + id));
        Plan plan = desk.plan(shell.asOf().moment());
        PlanIndex index = desk.index(plan);
        UnitPlan found = desk.plans().unit(id, shell.asOf().moment(), viewer);
        City.Source source = source(unit, shell);
        return pages.show("plan/unit", new UnitView(
                unit.name(),
                unit.kind().label(),
                parent(tree, id, shell.day()).map(u -> desk.unit(u.id(), shell)).orElse(null),
                tree.children(id, Basis.ADMINISTRATIVE, shell.day()).stream()
                        .map(u -> desk.unit(u.id(), shell))
                        .toList(),
                unit.codes().stream()
                        .map(code -> code.scheme() + " " + code.version() + " " + code.code())
                        .toList(),
                source == null ? null : source.title(),
                source != null && source.verified(),
                desk.tally(plan, PlanDesk.count(found.leads()), status -> "/plan?unit=" + id + "&status=" + status, shell),
                found.owes().stream().map(owed -> owed(owed, id, shell)).toList(),
                found.leads().stream().map(row -> desk.line(row, index, shell)).toList(),
                found.assists().stream().map(row -> desk.line(row, index, shell)).toList(),
                figures.of(unit, marks.of(id, shell)::of, shell),
                guard.may(viewer, Permission.READ, id),
                id.equals(shell.ownUnit()) && shell.may(Permission.HANDLE_CASE) ? tasks.countOpen(viewer) : 0,
                doubts.of(id, shell)));
    }

    private static final UnitsView.Load NONE = new UnitsView.Load(0, 0, 0);

    private static Map<String, UnitsView.Load> loads(List<CommitmentRow> rows) {
        Map<String, UnitsView.Load> loads = new HashMap<>();
        for (CommitmentRow row : rows) {
            UnitsView.Load lead = new UnitsView.Load(1, row.status().offPath() ? 1 : 0, 0);
            loads.merge(row.lead(), lead, UnitPages::sum);
            row.assist().forEach(unit -> loads.merge(unit, new UnitsView.Load(0, 0, 1), UnitPages::sum));
        }
        return loads;
    }

    private static UnitsView.Load sum(UnitsView.Load a, UnitsView.Load b) {
        return new UnitsView.Load(a.leads() + b.leads(), a.offPath() + b.offPath(), a.assists() + b.assists());
    }

    /// A unit of which the viewer sees only what it shares with others has no counts: they would be too small.
    private UnitsView.Line line(Unit unit, Map<String, UnitsView.Load> loads, Viewer viewer) {
        return new UnitsView.Line(
                new UnitLink(unit.id(), unit.name()),
                guard.may(viewer, Permission.READ, unit.id()) ? loads.getOrDefault(unit.id(), NONE) : null);
    }

    private OverviewView.DueRow owed(UnitPlan.Owed owed, String lead, Shell shell) {
        String evidence = switch (owed.state()) {
            case AWAITING_VERDICT -> "awaiting_verdict";
            case RETURNED -> "returned";
            case REACHED, REACHED_LATE, OVERDUE, AHEAD -> null;
        };
        String state = owed.lateDays() > 0 ? "overdue" : evidence == null ? "ahead" : evidence;
        return new OverviewView.DueRow(
                owed.commitment(),
                owed.commitmentTitle(),
                desk.unit(lead, shell),
                new MilestoneRow(owed.milestone(), owed.milestoneTitle(), owed.due(), true, state, null, owed.lateDays(), null),
                evidence);
    }

    private static boolean matches(Unit unit, @Nullable String words) {
        if (words == null) return true;
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return unit.name().zh().contains(wanted)
                || unit.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || unit.shortName().zh().contains(wanted)
                || unit.codes().stream().anyMatch(code -> code.code().startsWith(wanted));
    }

    private static Optional<Unit> parent(UnitTree tree, String id, LocalDate day) {
        return tree.parent(id, Basis.ADMINISTRATIVE, day).or(() -> tree.parent(id, Basis.STATISTICAL, day));
    }

    private City.@Nullable Source source(Unit unit, Shell shell) {
        String key = unit.source();
        return key == null
                ? null
                : desk.packs(shell.asOf().moment()).city().map(city -> city.sources().get(key)).orElse(null);
    }
}
