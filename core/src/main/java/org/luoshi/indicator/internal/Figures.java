package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;

/// Figures computed from facts as known at one moment, each source summed up once however many indicators share it.
///
/// Not safe for several threads at once.
public final class Figures {

    private final DSLContext database;
    private final Model model;
    private final Tree tree;
    private final ZoneId zone;
    private final Facts facts;
    private final LocalDate today;
    private final @Nullable Set<String> ancestors;
    private final @Nullable LocalDate from;
    private @Nullable Figures earlier;
    private @Nullable Figures wider;
    private final Map<Rolling, Map<String, NavigableMap<LocalDate, Rolled>>> rolled = new HashMap<>();
    private final Map<QualifiedId, Map<String, NavigableMap<LocalDate, Figure>>> figures = new HashMap<>();

    /// Where the facts come from.
    public sealed interface Facts {
        /// The present, from kept sums.
        record Stored() implements Facts {}

        /// The present, from the partial sums of each unit's own records, rolled up by whatever tree is given.
        record Partials() implements Facts {}

        /// The registers themselves, at a moment or (null) now.
        record Registers(@Nullable Instant moment) implements Facts {}
    }

    /// Whom figures are of, and who belongs to whom.
    ///
    /// @param ancestors as made by [org.luoshi.access.Units#ancestors]
    public record Tree(UnitTree units, String ancestors) {}

    /// @param today later periods have no figure
    /// @param ancestors narrowing to some units, or null
    /// @param from narrowing to periods from this day, or null
    public Figures(
            DSLContext database,
            Model model,
            Tree tree,
            ZoneId zone,
            Facts facts,
            LocalDate today,
            @Nullable Set<String> ancestors,
            @Nullable LocalDate from) {
        this.database = database;
        this.model = model;
        this.tree = tree;
        this.zone = zone;
        this.facts = facts;
        this.today = today;
        this.ancestors = ancestors;
        this.from = from;
    }

    /// By unit and first day of the period; only where there is a record, an input, or something carried over.
    public Map<String, NavigableMap<LocalDate, Figure>> of(Indicator indicator) {
        Map<String, NavigableMap<LocalDate, Figure>> known = figures.get(indicator.id());
        if (known != null) return known;
        Map<String, NavigableMap<LocalDate, Figure>> computed = compute(indicator);
        figures.put(indicator.id(), computed);
        return computed;
    }

    /// Lets go of an indicator's figures; asked for again, they are computed again.
    void forget(Indicator indicator) {
        figures.remove(indicator.id());
    }

    /// Whether everything that the indicator's formula needs is still there.
    boolean isComputable(Indicator indicator) {
        return model.obstacle(indicator.id()).isEmpty();
    }

    /// With the missing-value policy applied.
    public Figure of(Indicator indicator, String unit, LocalDate period) {
        NavigableMap<LocalDate, Figure> ofUnit = of(indicator).get(unit);
        Figure figure = ofUnit == null ? null : ofUnit.get(period);
        return figure != null ? figure : missing(indicator);
    }

    static Figure missing(Indicator indicator) {
        return indicator.missing() == Indicator.MissingPolicy.ZERO ? Figure.ZERO : Figure.UNKNOWN;
    }

    private Map<String, NavigableMap<LocalDate, Figure>> compute(Indicator indicator) {
        Map<String, NavigableMap<LocalDate, Figure>> byUnit = new HashMap<>();
        for (Unit unit : tree.units().units()) {
            if (!indicator.per().contains(unit.kind()) || ancestors != null && !ancestors.contains(unit.id())) continue;
            NavigableMap<LocalDate, Figure> ofUnit = new TreeMap<>();
            for (LocalDate period : periods(indicator, unit.id())) {
                ofUnit.put(period, figure(indicator, unit.id(), period));
            }
            if (indicator.missing() == Indicator.MissingPolicy.CARRY) carry(indicator, ofUnit);
            if (!ofUnit.isEmpty()) byUnit.put(unit.id(), ofUnit);
        }
        return byUnit;
    }

    /// Periods in which the unit has a record, or a derived figure an input.
    private NavigableSet<LocalDate> periods(Indicator indicator, String unit) {
        NavigableSet<LocalDate> periods = new TreeSet<>();
        switch (indicator.formula()) {
            case Formula.OverFacts unused ->
                model.uses(indicator.id()).values().stream()
                        .map(use -> rolled(rolling(indicator, use)).get(unit))
                        .filter(Objects::nonNull)
                        .forEach(ofUnit -> ofUnit.forEach((period, sums) -> {
                            if (sums.records() > 0) periods.add(period);
                        }));
            case Formula.Derived derived -> {
                derived.inputs().stream()
                        .flatMap(input -> model.indicator(input).stream())
                        .map(input -> of(input).get(unit))
                        .filter(Objects::nonNull)
                        .forEach(ofUnit -> periods.addAll(ofUnit.keySet()));
                Model.related(derived).forEach(cells -> periods.addAll(related().periods(cells, indicator, unit)));
                if (from != null) periods.removeIf(period -> period.isBefore(Period.of(indicator.period(), from).start()));
            }
        }
        return periods;
    }

    /// Fills the periods without a record with the last known figure before them.
    private void carry(Indicator indicator, NavigableMap<LocalDate, Figure> ofUnit) {
        if (ofUnit.isEmpty()) return;
        Figure last = Figure.UNKNOWN;
        for (Period period : Period.range(indicator.period(), ofUnit.firstKey(), today)) {
            Figure figure = ofUnit.get(period.start());
            if (figure != null && figure.value() != null) last = figure;
            else if (figure == null && last.value() != null) ofUnit.put(period.start(), carried(last));
        }
    }

    private static Figure carried(Figure last) {
        return new Figure(last.value(), last.numerator(), last.denominator(), 0);
    }

    private Figure figure(Indicator indicator, String unit, LocalDate period) {
        return switch (indicator.formula()) {
            case Formula.OverFacts facts -> overFacts(indicator, facts, unit, period);
            case Formula.Derived derived ->
                Valuation.derived(derived, input -> model.indicator(input)
                        .map(known -> of(known, unit, period).value())
                        .orElse(null),
                        cells -> related().value(cells, unit, period));
        };
    }

    private RelatedFigures related() {
        return new RelatedFigures(model, tree.units(), today, earlier(), wider());
    }

    /// The same of all periods.
    private Figures earlier() {
        if (from == null) return this;
        Figures known = earlier;
        if (known == null) {
            known = new Figures(database, model, tree, zone, facts, today, ancestors, null);
            earlier = known;
        }
        return known;
    }

    /// The same of all units.
    private Figures wider() {
        if (ancestors == null) return this;
        Figures known = wider;
        if (known == null) {
            known = new Figures(database, model, tree, zone, facts, today, null, from);
            wider = known;
        }
        return known;
    }

    private Figure overFacts(Indicator indicator, Formula.OverFacts facts, String unit, LocalDate period) {
        long records = model.uses(indicator.id()).values().stream()
                .map(use -> rolling(indicator, use))
                .distinct()
                .mapToLong(rolling -> rolled(rolling, unit, period).records())
                .sum();
        if (records == 0) return missing(indicator);
        return Valuation.overFacts(facts, records, aggregate -> {
            Model.Use use = Known.in(model.uses(indicator.id()), aggregate);
            return use.layout().value(aggregate, rolled(rolling(indicator, use), unit, period));
        });
    }

    private Rolled rolled(Rolling rolling, String unit, LocalDate period) {
        NavigableMap<LocalDate, Rolled> ofUnit = rolled(rolling).get(unit);
        Rolled found = ofUnit == null ? null : ofUnit.get(period);
        return found == null ? Rolled.EMPTY : found;
    }

    private static Rolling rolling(Indicator indicator, Model.Use use) {
        return new Rolling(use.layout(), use.accumulate(), indicator.basis().id());
    }

    private Map<String, NavigableMap<LocalDate, Rolled>> rolled(Rolling rolling) {
        Map<String, NavigableMap<LocalDate, Rolled>> known = rolled.get(rolling);
        if (known != null) return known;
        Map<String, NavigableMap<LocalDate, Rolled>> found = rollUp(rolling);
        rolled.put(rolling, found);
        return found;
    }

    private Map<String, NavigableMap<LocalDate, Rolled>> rollUp(Rolling rolling) {
        Map<String, NavigableMap<LocalDate, Rolled>> byUnit = new HashMap<>();
        var kind = rolling.layout().source().period();
        LocalDate last = Period.of(kind, today).start();
        LocalDate first = from == null ? RollUpSql.BEGINNING : Period.of(kind, from).start();
        if (first.isAfter(last)) return byUnit;
        if (facts instanceof Facts.Stored)
            return KeptSums.read(database, rolling, model.places(rolling.layout(), rolling.accumulate()), ancestors, first, last);
        RollUpSql sql = rollUp(rolling, first, last);
        int slots = rolling.layout().slots().size();
        // compiling such a query takes longer than running it
        database.execute("set local jit = off");
        Sql partials = facts instanceof Facts.Partials
                ? PartialSums.stored(rolling.layout())
                : new FactSql(model, rolling.layout(), zone, moment()).partials(null);
        for (Record row : Query.fetch(database, sql.over(partials, ancestors))) {
            @Nullable BigDecimal[] values = new BigDecimal[slots];
            for (int place : sql.slots()) values[place - 1] = row.get("s" + place, BigDecimal.class);
            byUnit.computeIfAbsent(row.get("ancestor", String.class), unused -> new TreeMap<>())
                    .put(row.get("period", LocalDate.class), new Rolled(row.get("records", Long.class), values));
        }
        if (!rolling.layout().exact().isEmpty() && !byUnit.isEmpty()) addExact(rolling, byUnit, last);
        return byUnit;
    }

    private void addExact(
            Rolling rolling, Map<String, NavigableMap<LocalDate, Rolled>> byUnit, LocalDate last) {
        LocalDate first = byUnit.values().stream()
                .map(NavigableMap::firstKey)
                .min(LocalDate::compareTo)
                .orElse(last);
        FactSql facts = new FactSql(model, rolling.layout(), zone, moment());
        RollUpSql window = rollUp(rolling, first, last);
        Sql only = ancestors == null ? null : RollUpSql.list(ancestors);
        int count = rolling.layout().exact().size();
        for (Record row : Query.fetch(database, facts.exact(window, only))) {
            @Nullable BigDecimal[] values = new BigDecimal[count];
            for (int i = 0; i < count; i++) values[i] = row.get(i + 2, BigDecimal.class);
            NavigableMap<LocalDate, Rolled> ofUnit = byUnit.get(row.get("ancestor", String.class));
            if (ofUnit == null) continue;
            ofUnit.computeIfPresent(row.get("period", LocalDate.class), (unused, sums) -> sums.withExact(values));
        }
    }

    private RollUpSql rollUp(Rolling rolling, LocalDate first, LocalDate last) {
        RollUpSql.Members members = new RollUpSql.Members(tree.ancestors(), rolling.basis());
        var places = model.places(rolling.layout(), rolling.accumulate());
        return new RollUpSql(rolling.layout(), rolling.accumulate(), places, members, first, last);
    }

    private @Nullable Instant moment() {
        return facts instanceof Facts.Registers(var moment) ? moment : null;
    }
}
