package org.luoshi.indicator;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.MissingPolicy;
import org.luoshi.pack.Indicator.Timing;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Aggregates;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Numbers;

/// Figures by the plainest reading of what they mean: every record looked at for every cell.
final class NaiveFigures {

    private final UnitTree tree;
    private final List<Map<String, Object>> projects;
    private final Map<Long, Map<String, Object>> sites;
    private final LocalDate today;
    private final @Nullable LocalDate basis;
    private final Map<QualifiedId, Indicator> indicators =
            City.indicators().stream().collect(Collectors.toMap(Indicator::id, i -> i));

    NaiveFigures(City city) {
        this(city, null);
    }

    /// @param basis day whose units hold for all periods, or null
    NaiveFigures(City city, @Nullable LocalDate basis) {
        this.basis = basis;
        this.tree = city.context.get(Units.class).tree();
        this.projects = city.context.sql().fetch("select * from parks.project order by _id").map(NaiveFigures::record);
        this.sites = city.context.sql().fetch("select * from parks.site").map(NaiveFigures::record).stream()
                .collect(Collectors.toMap(site -> (Long) site.get("_id"), site -> site));
        this.today = LocalDate.ofInstant(city.clock.instant(), city.clock.getZone());
    }

    @Nullable BigDecimal value(QualifiedId id, String unit, Period period) {
        Indicator indicator = indicators.get(id);
        return switch (indicator.formula()) {
            case Formula.OverFacts facts -> overFacts(indicator, facts, unit, period);
            case Formula.Derived derived -> derived(derived, unit, period);
        };
    }

    private @Nullable BigDecimal derived(Formula.Derived derived, String unit, Period period) {
        if (period.start().isAfter(today)) return null;
        if (!exists(derived, unit, period)) return null;
        return Evaluator.number(derived.expression(), new Environment() {
            @Override
            public @Nullable Object indicator(QualifiedId input) {
                return value(input, unit, period);
            }

            @Override
            public @Nullable Object related(Expr.RelatedCells cells) {
                List<BigDecimal> values = new ArrayList<>();
                for (Place place : places(cells, unit, period)) {
                    BigDecimal value = value(cells.indicator(), place.unit(), place.period());
                    if (value == null) return null;
                    values.add(value);
                }
                values.sort(null);
                return values.isEmpty()
                        ? null
                        : switch (cells.relation()) {
                            case PREVIOUS, PARENT, WINDOW_MIN -> values.getFirst();
                            case WINDOW_MAX -> values.getLast();
                            case WINDOW_SUM -> values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                        };
            }
        });
    }

    private record Place(String unit, Period period) {}

    /// Where the cells are.
    private List<Place> places(Expr.RelatedCells cells, String unit, Period period) {
        if (cells.relation() == Expr.Relation.PARENT)
            return unit.equals("city") ? List.of() : List.of(new Place("city", period));
        List<Place> back = new ArrayList<>();
        Period at = period;
        for (int i = 0; i <= cells.periods(); i++) {
            back.add(new Place(unit, at));
            at = at.previous();
        }
        return cells.relation() == Expr.Relation.PREVIOUS
                ? back.subList(cells.periods(), cells.periods() + 1)
                : back.subList(0, cells.periods());
    }

    private boolean exists(Formula.Derived derived, String unit, Period period) {
        boolean input = derived.inputs().stream().anyMatch(id -> exists(indicators.get(id), unit, period));
        return input
                || derived.expression().all()
                        .filter(Expr.RelatedCells.class::isInstance)
                        .map(Expr.RelatedCells.class::cast)
                        .anyMatch(cells -> places(cells, unit, period).stream()
                                .anyMatch(place -> exists(indicators.get(cells.indicator()), place.unit(), place.period())));
    }

    private boolean exists(Indicator indicator, String unit, Period period) {
        if (indicator.formula() instanceof Formula.Derived derived) return exists(derived, unit, period);
        boolean carried = indicator.missing() == MissingPolicy.CARRY && overFacts(indicator, (Formula.OverFacts) indicator.formula(), unit, period) != null;
        return carried || !rows((Formula.OverFacts) indicator.formula(), unit, period).isEmpty();
    }

    private @Nullable BigDecimal overFacts(Indicator indicator, Formula.OverFacts facts, String unit, Period period) {
        if (period.start().isAfter(today)) return null;
        List<Map<String, Object>> rows = rows(facts, unit, period);
        if (rows.isEmpty()) {
            return switch (indicator.missing()) {
                case UNKNOWN -> null;
                case ZERO -> BigDecimal.ZERO;
                case CARRY -> carried(indicator, facts, unit, period.previous());
            };
        }
        Environment environment = new Environment() {
            @Override
            public @Nullable Object aggregate(Expr.Aggregate aggregate) {
                return Aggregates.over(aggregate, rows.stream().map(NaiveFigures.this::environment).toList());
            }
        };
        BigDecimal above = Evaluator.number(facts.numerator(), environment);
        if (facts.denominator() == null || above == null) return above;
        BigDecimal below = Evaluator.number(facts.denominator(), environment);
        return below == null ? null : Numbers.divide(above.multiply(facts.factor()), below);
    }

    /// The last figure there was; a period whose records have no value does not stop the search.
    private @Nullable BigDecimal carried(Indicator indicator, Formula.OverFacts facts, String unit, Period period) {
        if (period.start().isBefore(LocalDate.of(2019, 11, 1))) return null;
        BigDecimal value = rows(facts, unit, period).isEmpty() ? null : overFacts(indicator, facts, unit, period);
        return value != null ? value : carried(indicator, facts, unit, period.previous());
    }

    private List<Map<String, Object>> rows(Formula.OverFacts facts, String unit, Period period) {
        Timing timing = facts.timing().get(City.PROJECT);
        Set<String> subtree = basis == null ? below(unit, period.end()) : countedBy(unit, basis);
        return projects.stream()
                .filter(row -> subtree.contains(row.get("district")))
                .filter(row -> counts(row, timing, period))
                .toList();
    }

    private Set<String> below(String unit, LocalDate day) {
        Set<String> subtree = new HashSet<>(Set.of(unit));
        tree.subtree(unit, Basis.ADMINISTRATIVE, day).forEach(u -> subtree.add(u.id()));
        return subtree;
    }

    /// Units of which everyone who stands for them on the day is the unit or below it.
    private Set<String> countedBy(String unit, LocalDate day) {
        return tree.units().stream()
                .filter(u -> {
                    var living = u.validity().from().isAfter(day) ? tree.predecessors(u.id(), day) : tree.successors(u.id(), day);
                    return !living.isEmpty() && living.stream().allMatch(one -> below(unit, day).contains(one.id()));
                })
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    private static boolean counts(Map<String, Object> row, Timing timing, Period period) {
        if (!(row.get("started_on") instanceof LocalDate date)) return false;
        if (timing.accumulate() == Accumulate.WITHIN) return period.contains(date);
        if (date.isAfter(period.end())) return false;
        if (timing.accumulate() == Accumulate.YEAR_TO_DATE) return date.getYear() == YearMonth.from(period.start()).getYear();
        return timing.until() == null
                || !(row.get("closed_on") instanceof LocalDate closed)
                || closed.isAfter(period.end());
    }

    private Environment environment(Map<String, Object> project) {
        return Environment.ofRecord(path -> {
            Map<String, Object> row = project;
            for (String step : path.path().subList(0, path.path().size() - 1)) {
                Object id = row.get(step);
                if (id == null) return null;
                row = sites.get((Long) id);
            }
            return row.get(path.path().getLast());
        });
    }

    private static Map<String, Object> record(Record row) {
        Map<String, Object> values = new HashMap<>();
        for (Field<?> field : row.fields()) {
            Object value = row.get(field);
            if (value instanceof Date date) value = date.toLocalDate();
            if (value != null) values.put(field.getName(), value);
        }
        return values;
    }
}
