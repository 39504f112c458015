package org.luoshi.app.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;

/// All figures of the year to a past day, from the registers as they were known at its end.
///
/// @param zone in which a day ends
record PastFigures(Indicators indicators, ZoneId zone) {

    private static final int MONTHS = 12;

    /// @param seconds that it took
    record Outcome(LocalDate day, int indicators, long figures, double seconds) {
        @Override
        public String toString() {
            return "%s：%d 个指标，%d 个数字，%.2f 秒 / %1$s: %2$d indicators, %3$d figures, %4$.2f s"
                    .formatted(day, indicators, figures, seconds);
        }
    }

    Outcome recompute(LocalDate day) {
        Instant moment = day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        long began = System.nanoTime();
        long figures = 0;
        Collection<Indicator> declared = indicators.all(moment);
        for (Indicator indicator : declared) figures += figures(indicator, day, moment);
        return new Outcome(day, declared.size(), figures, (System.nanoTime() - began) / 1e9);
    }

    /// How many units and periods have a figure.
    private long figures(Indicator indicator, LocalDate day, Instant moment) {
        long figures = 0;
        Period period = Period.of(indicator.period(), day.minusMonths(MONTHS).plusDays(1));
        for (; !period.start().isAfter(day); period = period.next()) {
            Period now = period;
            figures += indicator.per().stream()
                    .flatMap(kind -> indicators.across(indicator.id(), kind, now, moment).stream())
                    .map(Cell::value)
                    .filter(Objects::nonNull)
                    .count();
        }
        return figures;
    }
}
