package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatement.Cause;
import org.luoshi.indicator.Restatement.Step;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Numbers;

/// One indicator's figures seen from four standpoints, each a step from the one before: as shown at the earlier moment,
/// with the facts of the later, then by its formulas too, then up its trees too.
final class Comparison {

    private final QualifiedId id;
    private final Instant from;
    private final Instant to;
    private final List<Standpoint> standpoints;
    private final UnitOfMeasure measure;
    private final @Nullable UnitOfMeasure before;

    /// @param figures by the model's formulas
    /// @param day later periods have no figure
    record Standpoint(Model model, Figures figures, LocalDate day) {

        Optional<Indicator> indicator(QualifiedId id) {
            return model.indicator(id).filter(found -> model.obstacle(id).isEmpty());
        }

        @Nullable BigDecimal value(QualifiedId id, String unit, Period period) {
            Indicator indicator = indicator(id).orElse(null);
            if (indicator == null || indicator.period() != period.kind() || period.start().isAfter(day)) return null;
            synchronized (figures) {
                return figures.of(indicator, unit, period.start()).value();
            }
        }
    }

    /// @param standpoints four, from the earlier moment to the later
    /// @throws IllegalArgumentException if no packs of the two moments declare the indicator
    Comparison(QualifiedId id, Instant from, Instant to, List<Standpoint> standpoints) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.standpoints = List.copyOf(standpoints);
        UnitOfMeasure then = measure(standpoints.getFirst());
        UnitOfMeasure now = measure(standpoints.getLast());
        if (then == null && now == null) throw new IllegalArgumentException("no indicator `%s`".formatted(id));
        this.measure = Objects.requireNonNullElse(now, Objects.requireNonNullElse(then, now));
        this.before = then == null || then.isInterchangeableWith(measure) ? null : then;
    }

    Restatement of(String unit, Period period) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Standpoint standpoint : standpoints) values.add(converted(standpoint.value(id, unit, period), standpoint));
        List<Step> steps = new ArrayList<>();
        Cause[] causes = Cause.values();
        for (int i = 0; i < causes.length; i++) steps.add(new Step(causes[i], values.get(i), values.get(i + 1)));
        return new Restatement(id, unit, period, from, to, measure, before, steps);
    }

    private record Place(String unit, Period period) {}

    /// Every figure that any standpoint has, other than by the policy for missing records.
    List<Restatement> all() {
        Set<Place> places = new HashSet<>();
        for (Standpoint standpoint : standpoints) {
            Indicator indicator = standpoint.indicator(id).orElse(null);
            if (indicator == null) continue;
            synchronized (standpoint.figures()) {
                standpoint.figures().of(indicator).forEach((unit, ofUnit) -> ofUnit.keySet()
                        .forEach(start -> places.add(new Place(unit, Period.of(indicator.period(), start)))));
            }
        }
        return places.stream().map(place -> of(place.unit(), place.period())).toList();
    }

    /// An amount of the earlier moment's unit of measure in that of the later; null where it cannot be told in it.
    @Nullable BigDecimal converted(BigDecimal amount) {
        return converted(amount, standpoints.getFirst());
    }

    private @Nullable UnitOfMeasure measure(Standpoint standpoint) {
        return standpoint.model().indicator(id).map(Indicator::unit).orElse(null);
    }

    /// In the unit of measure of the later moment; null where it cannot be told in it.
    private @Nullable BigDecimal converted(@Nullable BigDecimal value, Standpoint standpoint) {
        UnitOfMeasure own = measure(standpoint);
        if (value == null || own == null || own.isInterchangeableWith(measure)) return value;
        if (!own.isCompatibleWith(measure)) return null;
        Fraction factor = own.factor().over(measure.factor());
        return Numbers.divide(value.multiply(factor.numerator()), factor.denominator());
    }
}
