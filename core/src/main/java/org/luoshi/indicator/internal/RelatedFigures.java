package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.expression.Expr.RelatedCells;
import org.luoshi.pack.expression.Expr.Relation;

/// Figures of an input that belong to other periods, or to the unit above.
///
/// A window needs every one of its figures: what is unknown is not guessed, so the first periods of a series have none.
///
/// @param earlier figures of the same units in all periods
/// @param wider figures of all units in the same periods
record RelatedFigures(Model model, UnitTree tree, LocalDate today, Figures earlier, Figures wider) {

    @Nullable BigDecimal value(RelatedCells cells, String unit, LocalDate start) {
        Indicator input = model.indicator(cells.indicator()).orElse(null);
        if (input == null) return null;
        Period period = Period.of(input.period(), start);
        return switch (cells.relation()) {
            case PREVIOUS -> {
                Period before = back(period, cells.periods());
                yield before == null ? null : earlier.of(input, unit, before.start()).value();
            }
            case PARENT ->
                parent(tree, input, unit, period)
                        .map(above -> wider.of(input, above, start).value())
                        .orElse(null);
            case WINDOW_SUM, WINDOW_MIN, WINDOW_MAX -> window(cells, input, unit, period);
        };
    }

    /// Where the cells are; nowhere for the unit above a unit that has none.
    static List<SeriesKey> keys(RelatedCells cells, Model model, UnitTree tree, String unit, Period period) {
        Indicator input = model.indicator(cells.indicator()).orElse(null);
        if (input == null) return List.of();
        return switch (cells.relation()) {
            case PREVIOUS -> {
                Period before = back(period, cells.periods());
                yield before == null ? List.of() : List.of(new SeriesKey(cells.indicator(), unit, before, before));
            }
            case PARENT ->
                parent(tree, input, unit, period).stream()
                        .map(above -> new SeriesKey(cells.indicator(), above, period, period))
                        .toList();
            case WINDOW_SUM, WINDOW_MIN, WINDOW_MAX -> {
                Period first = back(period, cells.periods() - 1);
                yield first == null ? List.of() : List.of(new SeriesKey(cells.indicator(), unit, first, period));
            }
        };
    }

    private @Nullable BigDecimal window(RelatedCells cells, Indicator input, String unit, Period last) {
        BigDecimal result = null;
        for (int i = 0; i < cells.periods(); i++) {
            Period period = back(last, i);
            if (period == null) return null;
            BigDecimal value = earlier.of(input, unit, period.start()).value();
            if (value == null) return null;
            result = result == null ? value : combined(cells.relation(), result, value);
        }
        return result;
    }

    private static BigDecimal combined(Relation relation, BigDecimal one, BigDecimal other) {
        return switch (relation) {
            case WINDOW_MIN -> one.min(other);
            case WINDOW_MAX -> one.max(other);
            default -> one.add(other);
        };
    }

    /// Periods in which some of the cells is there.
    NavigableSet<LocalDate> periods(RelatedCells cells, Indicator derived, String unit) {
        NavigableSet<LocalDate> periods = new TreeSet<>();
        Indicator input = model.indicator(cells.indicator()).orElse(null);
        if (input == null) return periods;
        if (cells.relation() == Relation.PARENT) {
            for (Unit above : tree.units()) {
                if (!input.per().contains(above.kind())) continue;
                of(wider, input, above.id()).keySet().stream()
                        .filter(start -> parent(tree, input, unit, Period.of(input.period(), start))
                                .filter(above.id()::equals)
                                .isPresent())
                        .forEach(periods::add);
            }
            return periods;
        }
        int first = cells.relation() == Relation.PREVIOUS ? cells.periods() : 0;
        int last = cells.relation() == Relation.PREVIOUS ? cells.periods() : cells.periods() - 1;
        for (LocalDate start : of(earlier, input, unit).keySet()) {
            Period period = Period.of(derived.period(), start);
            for (int i = 0; i <= last && !period.start().isAfter(today); i++) {
                if (i >= first) periods.add(period.start());
                period = period.next();
            }
        }
        return periods;
    }

    private static NavigableMap<LocalDate, Figure> of(Figures figures, Indicator input, String unit) {
        NavigableMap<LocalDate, Figure> found = figures.of(input).get(unit);
        return found == null ? new TreeMap<>() : found;
    }

    /// The nearest above it that the indicator has figures of, on the last day of the period.
    private static Optional<String> parent(UnitTree tree, Indicator input, String unit, Period period) {
        Basis basis = input.basis();
        Optional<Unit> above = tree.parent(unit, basis, period.end());
        while (above.isPresent() && !input.per().contains(above.get().kind()))
            above = tree.parent(above.get().id(), basis, period.end());
        return above.map(Unit::id);
    }

    /// Null before the first day of the calendar: one absurd record must not keep all figures from being computed.
    private static @Nullable Period back(Period period, int periods) {
        Period back = period;
        for (int i = 0; i < periods; i++) {
            if (!back.start().isAfter(RollUpSql.BEGINNING)) return null;
            back = back.previous();
        }
        return back;
    }
}
