package org.luoshi.web.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.City;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Plans;
import org.luoshi.plan.StatusView;
import org.luoshi.register.Registers;
import org.luoshi.web.part.StatusTag;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// What all plan pages ask: titles of focuses and measures, names of units, the words and colours of statuses, each as
/// declared at the page's moment.
@Component
public class PlanDesk {

    /// Gravest first: how people read a tally.
    static final List<Status> ORDER = List.of(
            Status.BEHIND,
            Status.AT_RISK,
            Status.ON_PATH,
            Status.AHEAD,
            Status.DONE,
            Status.NOT_STARTED,
            Status.UNKNOWN);

    private final Plans plans;
    private final Registers registers;
    private final Units units;
    private volatile @Nullable Indexed indexed;

    private record Indexed(Plan plan, PlanIndex index) {}

    PlanDesk(Plans plans, Registers registers, Units units) {
        this.plans = plans;
        this.registers = registers;
        this.units = units;
    }

    Plans plans() {
        return plans;
    }

    PackSet packs(@Nullable Instant asOf) {
        return registers.packs(asOf);
    }

    /// @throws NoPlan where no city pack declares a plan
    Plan plan(@Nullable Instant asOf) {
        return plans.plan(asOf).orElseThrow(NoPlan::new);
    }

    /// Kept for the plan at hand: of thousands of commitments it is not made anew for each page.
    PlanIndex index(Plan plan) {
        Indexed found = indexed;
        if (found == null || found.plan() != plan) {
            found = new Indexed(plan, new PlanIndex(plan));
            indexed = found;
        }
        return found.index();
    }

    public UnitLink unit(String id, Shell shell) {
        return new UnitLink(id, units.name(id, shell.asOf().moment()));
    }

    boolean isBelowCity(String id, Shell shell) {
        return units.tree(shell.asOf().moment()).find(id).filter(unit -> unit.kind() != UnitKind.CITY).isPresent();
    }

    City.@Nullable SchematicMap map(Shell shell) {
        return packs(shell.asOf().moment()).city().map(City::map).orElse(null);
    }

    @Nullable Indicator indicator(@Nullable QualifiedId id, @Nullable Instant asOf) {
        return id == null ? null : packs(asOf).indicator(id).orElse(null);
    }

    public static StatusTag tag(StatusView status) {
        return StatusTag.of(status.status(), status.colour(), status.title());
    }

    /// The plan's status rule in words.
    List<OverviewView.RuleLine> rule(Plan plan, Shell shell) {
        return packs(shell.asOf().moment()).statusRule(plan.statusRule()).map(RuleWords::of).orElse(List.of());
    }

    /// How the plan's rule words and colours a status that is only named.
    StatusTag tag(Plan plan, Status status, Shell shell) {
        return packs(shell.asOf().moment())
                .statusRule(plan.statusRule())
                .flatMap(rule -> rule.levels().stream().filter(l -> l.level() == status).findFirst())
                .map(level -> StatusTag.of(status, level.colour(), level.title()))
                .orElse(StatusTag.of(
                        status, StatusRule.Colour.GREY, Text.same(status.name())));
    }

    /// @param link makes the address that shows only one status, from the status's id
    Tally tally(Plan plan, Map<Status, Integer> counts, Function<String, String> link, Shell shell) {
        return new Tally(ORDER.stream()
                .filter(status -> counts.getOrDefault(status, 0) > 0)
                .map(status -> {
                    StatusTag tag = tag(plan, status, shell);
                    return new StatusCount(tag, counts.getOrDefault(status, 0), link.apply(tag.id()));
                })
                .toList());
    }

    static Map<Status, Integer> count(List<CommitmentRow> rows) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        rows.forEach(row -> counts.merge(row.status().status(), 1, Integer::sum));
        return counts;
    }

    CommitmentLine line(CommitmentRow row, PlanIndex index, Shell shell) {
        StatusView status = row.status();
        Indicator indicator = indicator(row.indicator(), shell.asOf().moment());
        int decimals = indicator == null ? 0 : indicator.decimals();
        return new CommitmentLine(
                row.id(),
                row.title(),
                index.focusTitle(row.focus()),
                index.measureTitle(row.measure()),
                unit(row.lead(), shell),
                row.period().from(),
                row.period().to(),
                tag(status),
                status.reason(),
                shell.number(status.actual(), decimals),
                explain(index.commitment(row.id()), indicator, status.actualOn()),
                shell.number(row.target(), decimals),
                indicator == null ? "" : shell.unit(indicator.unit()),
                status.chance() == null ? null : status.chance().doubleValue(),
                status.since(),
                List.of());
    }

    /// Where a commitment's figure is taken apart; null where it has none.
    static @Nullable String explain(
            Plan.@Nullable Commitment commitment, @Nullable Indicator indicator, @Nullable LocalDate day) {
        Plan.Figure figure = commitment == null ? null : commitment.figure();
        return figure == null || indicator == null || day == null
                ? null
                : "/explain/" + indicator.id() + "/" + figure.unit() + "/" + Period.of(indicator.period(), day).id();
    }

    static @Nullable Status status(@Nullable String id) {
        for (Status status : Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(id)) return status;
        }
        return null;
    }
}
