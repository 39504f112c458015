package org.luoshi.web.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.pack.City;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Overview;
import org.luoshi.plan.StatusChange;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.quality.QualityNotes;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The first page.
@Controller
class Overviews {

    private final PlanDesk desk;
    private final Guard guard;
    private final QualityNotes doubts;
    private final Pages pages;

    Overviews(PlanDesk desk, Guard guard, QualityNotes doubts, Pages pages) {
        this.desk = desk;
        this.guard = guard;
        this.doubts = doubts;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/")
    View overview(Shell shell, Viewer viewer) {
        Instant asOf = shell.asOf().moment();
        Plan plan = desk.plan(asOf);
        PlanIndex index = desk.index(plan);
        Overview overview = desk.plans().overview(asOf, viewer);
        LocalDate weekFrom = overview.day().minusDays(Overview.DAYS - 1);
        List<OverviewView.DistrictRow> districts = districts(overview, viewer, shell);
        return pages.show("plan/overview", new OverviewView(
                plan.title(),
                own(viewer, shell),
                desk.tally(plan, overview.byStatus(), status -> "/plan?status=" + status, shell),
                desk.rule(plan, shell),
                focuses(plan, overview, shell),
                overview.offPath().stream()
                        .map(row -> desk.line(row, index, shell))
                        .toList(),
                overview.offPathTotal(),
                weekFrom,
                overview.changed().rows().stream()
                        .map(change -> change(plan, index, change, shell))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(change -> !Boolean.FALSE.equals(change.better())))
                        .toList(),
                overview.changed().total(),
                overview.due().rows().stream()
                        .map(row -> dueRow(row, overview.day(), shell))
                        .toList(),
                overview.due().total(),
                "/plan?due_to=" + overview.day().plusDays(Overview.DUE_DAYS),
                map(districts, shell),
                districts,
                doubts.all(shell)));
    }

    private List<UnitLink> own(Viewer viewer, Shell shell) {
        return viewer.scope(Permission.WRITE_RECORD).stream()
                .sorted()
                .filter(unit -> desk.isBelowCity(unit, shell))
                .map(unit -> desk.unit(unit, shell))
                .toList();
    }

    private List<OverviewView.FocusCard> focuses(Plan plan, Overview overview, Shell shell) {
        List<OverviewView.FocusCard> cards = new ArrayList<>();
        for (Overview.FocusCount focus : overview.focuses()) {
            Plan.Focus declared = plan.focuses().stream()
                    .filter(f -> f.id().equals(focus.focus()))
                    .findFirst()
                    .orElseThrow();
            cards.add(new OverviewView.FocusCard(
                    focus.focus(),
                    declared.order(),
                    focus.title(),
                    declared.measures().size(),
                    desk.tally(
                            plan,
                            focus.byStatus(),
                            status -> "/plan?focus=" + focus.focus() + "&status=" + status,
                            shell)));
        }
        return cards;
    }

    private OverviewView.@Nullable WeekChange change(
            Plan plan, PlanIndex index, StatusChange change, Shell shell) {
        Plan.Commitment commitment = index.commitment(change.commitment());
        Status from = change.from();
        if (commitment == null || from == null) return null;
        return new OverviewView.WeekChange(
                commitment.id(),
                commitment.title(),
                desk.unit(commitment.lead(), shell),
                change.day(),
                desk.tag(plan, from, shell),
                desk.tag(plan, change.to(), shell),
                better(from, change.to()),
                change.reason());
    }

    /// Statuses from the gravest to the best; the others are beside the scale.
    private static final List<Status> SCALE =
            List.of(Status.BEHIND, Status.AT_RISK, Status.ON_PATH, Status.AHEAD, Status.DONE);

    private static @Nullable Boolean better(Status from, Status to) {
        return SCALE.contains(from) && SCALE.contains(to) ? SCALE.indexOf(to) > SCALE.indexOf(from) : null;
    }

    private OverviewView.DueRow dueRow(CommitmentRow row, LocalDate day, Shell shell) {
        LocalDate due = Objects.requireNonNull(row.status().nextDue());
        long late = Math.max(0, due.until(day, ChronoUnit.DAYS));
        return new OverviewView.DueRow(
                row.id(),
                Text.EMPTY,
                desk.unit(row.lead(), shell),
                new MilestoneRow("", row.title(), due, true, late > 0 ? "overdue" : "ahead", null, late, null),
                null);
    }

    /// Functional areas lead commitments beside districts, so the map takes the basis on which they stand apart.
    private List<OverviewView.DistrictRow> districts(Overview overview, Viewer viewer, Shell shell) {
        City.SchematicMap map = desk.map(shell);
        if (map == null) return List.of();
        return map.cells().stream()
                .filter(cell -> cell.basis() == Basis.STATISTICAL)
                .map(cell -> {
                    Map<Status, Integer> counts = overview.byLead().getOrDefault(cell.unit(), Map.of());
                    int off = counts.getOrDefault(Status.AT_RISK, 0) + counts.getOrDefault(Status.BEHIND, 0);
                    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
                    return new OverviewView.DistrictRow(
                            desk.unit(cell.unit(), shell),
                            all,
                            off,
                            counts.getOrDefault(Status.UNKNOWN, 0),
                            guard.may(viewer, Permission.READ, cell.unit()));
                })
                .toList();
    }

    private @Nullable DistrictMap map(List<OverviewView.DistrictRow> rows, Shell shell) {
        City.SchematicMap map = desk.map(shell);
        if (map == null || rows.isEmpty()) return null;
        List<City.Cell> cells =
                map.cells().stream().filter(c -> c.basis() == Basis.STATISTICAL).toList();
        List<DistrictMap.Place> places = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            OverviewView.DistrictRow row = rows.get(i);
            City.Cell cell = cells.get(i);
            int known = row.commitments() - row.unknown();
            BigDecimal share = known == 0 || !row.whole()
                    ? null
                    : BigDecimal.valueOf(100L * (known - row.offPath()))
                            .divide(BigDecimal.valueOf(known), 0, RoundingMode.HALF_UP);
            places.add(new DistrictMap.Place(
                    cell.column(),
                    cell.row(),
                    cell.unit(),
                    shell.say(row.unit().name()),
                    "/plan?unit=" + cell.unit(),
                    share,
                    row.whole() ? (long) row.offPath() : null,
                    !row.whole() ? shell.t("overview.map.hidden", shell.say(row.unit().name())) : shell.t(
                            "overview.map.words",
                            shell.say(row.unit().name()),
                            row.commitments(),
                            row.offPath(),
                            row.unknown())));
        }
        return DistrictMap.draw(places, value -> value.toPlainString() + "%", shell.t(rows.stream().allMatch(OverviewView.DistrictRow::whole) ? "map.no-data" : "map.no-data.or-hidden"));
    }
}
