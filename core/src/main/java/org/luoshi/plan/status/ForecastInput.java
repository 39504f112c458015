package org.luoshi.plan.status;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.forecast.Aim;
import org.luoshi.plan.forecast.Reading;

/// A commitment's figure as the forecast wants it.
record ForecastInput(List<Reading> readings, Aim aim, boolean whole) {

    /// Null where there is nothing to forecast: a yes or no, or a period of no days.
    static @Nullable ForecastInput of(Plan.Commitment commitment, Facts.FigureFacts facts) {
        Indicator indicator = facts.indicator();
        Plan.Figure figure = facts.figure();
        LocalDate from = figure.baseline().by();
        LocalDate end = commitment.period().to();
        Aim.Reach reach = reach(indicator, figure.target().doubleValue());
        if (reach == null || !end.isAfter(from)) {
            return null;
        }
        List<Reading> readings = facts.readings().stream()
                .map(a -> new Reading(a.on(), a.value().doubleValue()))
                .toList();
        boolean whole = indicator.direction() == Indicator.Direction.CUMULATIVE
                && facts.readings().stream()
                        .allMatch(a -> a.value().stripTrailingZeros().scale() <= 0);
        return new ForecastInput(readings, new Aim(from, figure.baseline().value().doubleValue(), end, reach), whole);
    }

    private static Aim.@Nullable Reach reach(Indicator indicator, double target) {
        Indicator.Range range = indicator.range();
        return switch (indicator.direction()) {
            case UP, CUMULATIVE -> new Aim.Reach.AtLeast(target);
            case DOWN -> new Aim.Reach.AtMost(target);
            case RANGE ->
                range == null
                        ? null
                        : new Aim.Reach.Within(
                                range.from().doubleValue(), range.to().doubleValue());
            case BINARY -> null;
        };
    }
}
