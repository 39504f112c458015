package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.CheckScope;
import org.luoshi.indicator.Difference;
import org.luoshi.indicator.Finding;
import org.luoshi.indicator.WrongSum;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;
import org.springframework.stereotype.Component;

/// Compares the kept sums, and the figures read from them, with the registers, within one transaction that sees one state of them all.
///
/// What is held in memory is one indicator's cells, those of the indicators that others are computed from, and one
/// source's sums a unit and period: records stay in the database.
@Component
public class CellCheck {

    private final DSLContext database;
    private final FigureReader reader;

    public CellCheck(DSLContext database, FigureReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /// @param compared cells
    /// @param late those that differ and know it
    public record Tally(long compared, long late) {}

    /// Tells of every cell that differs and does not know it, and of every sum that differs and is not marked.
    public Tally run(CheckScope scope, Consumer<Finding> wrong) {
        database.execute("set local jit = off");
        Model model = reader.model(null);
        Set<SourceLayout> layouts = new HashSet<>();
        Set<QualifiedId> inputs = new HashSet<>();
        for (Indicator indicator : model.indicators()) {
            if (isIn(scope, indicator)) layouts.addAll(model.sourcesOf(indicator.id()));
            if (indicator.formula() instanceof Formula.Derived derived) inputs.addAll(derived.inputs());
        }
        for (SourceLayout layout : model.sources()) {
            if (layouts.contains(layout)) sums(model, layout, scope.since(), wrong);
        }
        Figures truth = reader.fromRegisters(null);
        Staleness staleness = new Staleness(database, model, model.indicators());
        Comparing comparing = new Comparing(staleness, wrong);
        for (Indicator indicator : model.indicators()) {
            if (!isIn(scope, indicator)) continue;
            comparing.cells(indicator, truth.of(indicator), scope.since());
            if (!inputs.contains(indicator.id())) truth.forget(indicator);
        }
        return new Tally(comparing.compared, comparing.late);
    }

    private static boolean isIn(CheckScope scope, Indicator indicator) {
        return scope.indicators().isEmpty() || scope.indicators().contains(indicator.id());
    }

    private void sums(Model model, SourceLayout layout, @Nullable LocalDate since, Consumer<Finding> wrong) {
        Sql sql = Sql.template(
                        "select coalesce(t.unit, p.unit) as unit, coalesce(t.period, p.period) as period from (#) as t",
                        new FactSql(model, layout, reader.zone(), null).partials(null))
                .then(Sql.of(
                        " full join (select unit, period, records, slots from luoshi.indicator_partial where source = ?)"
                                + " as p on p.unit = t.unit and p.period = t.period"
                                + " where (" + differs(layout) + ")"
                                + " and exists (select from luoshi.indicator_source s where s.id = ? and s.computed_to is not null)"
                                + " and not exists (select from luoshi.indicator_mark k where k.source = ? and (k.period is null"
                                + " or k.unit = coalesce(t.unit, p.unit) and k.period = coalesce(t.period, p.period)))",
                        layout.id(),
                        layout.id(),
                        layout.id()));
        if (since != null) {
            LocalDate first = Period.of(layout.source().period(), since).start();
            sql = sql.then(Sql.of(" and coalesce(t.period, p.period) >= ?::date", first));
        }
        for (Record row : Query.fetch(database, sql.then(" order by 1, 2"))) {
            wrong.accept(new WrongSum(
                    layout.id(),
                    Objects.requireNonNull(row.get("unit", String.class)),
                    Objects.requireNonNull(row.get("period", LocalDate.class))));
        }
    }

    /// What was taken away to nothing is as good as what never was; of extremes it is not.
    private static String differs(SourceLayout layout) {
        StringBuilder condition = new StringBuilder("coalesce(t.records, 0) <> coalesce(p.records, 0)");
        for (int place = 1; place <= layout.slots().size(); place++) {
            boolean extreme = layout.slots().get(place - 1).part().isExtreme();
            condition.append((extreme
                            ? " or t.slots[%1$d] is distinct from p.slots[%1$d]"
                            : " or coalesce(t.slots[%1$d], 0) <> coalesce(p.slots[%1$d], 0)")
                    .formatted(place));
        }
        return condition.toString();
    }

    private final class Comparing {

        private final Staleness staleness;
        private final Consumer<Finding> wrong;
        private long compared;
        private long late;

        Comparing(Staleness staleness, Consumer<Finding> wrong) {
            this.staleness = staleness;
            this.wrong = wrong;
        }

        void cells(
                Indicator indicator,
                Map<String, NavigableMap<LocalDate, Figure>> truth,
                @Nullable LocalDate since) {
            LocalDate first = since == null ? null : Period.of(indicator.period(), since).start();
            Map<String, NavigableMap<LocalDate, Figure>> stored = new HashMap<>();
            reader.kept(null, first, null).of(indicator).forEach((unit, ofUnit) -> stored.put(unit, new TreeMap<>(ofUnit)));
            truth.forEach((unit, ofUnit) -> {
                NavigableMap<LocalDate, Figure> ofStored = stored.getOrDefault(unit, new TreeMap<>());
                Map<LocalDate, Figure> wanted = first == null ? ofUnit : ofUnit.tailMap(first, true);
                wanted.forEach((period, figure) -> {
                    Figure kept = Objects.requireNonNullElse(ofStored.remove(period), Figures.missing(indicator));
                    compare(indicator, unit, period, kept, figure);
                });
            });
            stored.forEach((unit, ofUnit) ->
                    ofUnit.forEach((period, kept) -> compare(indicator, unit, period, kept, Figures.missing(indicator))));
        }

        private void compare(Indicator indicator, String unit, LocalDate start, Figure kept, Figure truth) {
            compared++;
            if (kept.sameAs(truth)) return;
            if (staleness.of(indicator, unit, start)) {
                late++;
                return;
            }
            Period period = Period.of(indicator.period(), start);
            wrong.accept(new Difference(indicator.id(), unit, period, kept.value(), truth.value()));
        }
    }
}
