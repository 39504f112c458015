package org.luoshi.plan.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.status.Facts;
import org.springframework.stereotype.Component;

/// Figures of commitments are cells of indicators.
///
/// A figure that counts to date (or what stands) has a value on any day, so the running period counts as of the day.
/// One that counts within its period has none until the period is over, except that a cumulative one is added up.
@Component
class IndicatorFigures implements FigureSource {

    private final Indicators indicators;
    private final ChangeLog log;
    private final Clock clock;

    IndicatorFigures(Indicators indicators, ChangeLog log, Clock clock) {
        this.indicators = indicators;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Map<Wanted, List<Facts.Actual>> readings(
            Collection<Wanted> wanted, LocalDate day, @Nullable Instant asOf) {
        Map<Wanted, SeriesKey> keys = new HashMap<>();
        for (Wanted one : wanted) {
            indicators.find(one.indicator(), asOf).ifPresent(indicator -> {
                Period from = Period.of(indicator.period(), one.from());
                Period to = Period.of(indicator.period(), day);
                if (!to.start().isBefore(from.start())) {
                    keys.put(one, new SeriesKey(one.indicator(), one.unit(), from, to));
                }
            });
        }
        Map<SeriesKey, List<Cell>> cells = cells(new HashSet<>(keys.values()), asOf);
        Map<Wanted, List<Facts.Actual>> readings = new HashMap<>();
        keys.forEach((one, key) -> readings.put(
                one,
                readings(
                        indicators.find(one.indicator(), asOf).orElseThrow(),
                        cells.getOrDefault(key, List.of()),
                        one.from(),
                        day,
                        asOf)));
        return readings;
    }

    /// Stored cells for the present; those that facts have overtaken are computed from the registers instead.
    private Map<SeriesKey, List<Cell>> cells(Set<SeriesKey> keys, @Nullable Instant asOf) {
        Map<SeriesKey, List<Cell>> cells = new HashMap<>(indicators.series(keys, asOf));
        if (asOf == null) {
            Set<SeriesKey> stale = new HashSet<>();
            cells.forEach((key, series) -> {
                if (series.stream().anyMatch(Cell::stale)) {
                    stale.add(key);
                }
            });
            if (!stale.isEmpty()) {
                cells.putAll(indicators.series(stale, now()));
            }
        }
        return cells;
    }

    /// The latest change may be known a little after the clock's moment.
    private Instant now() {
        Instant clocked = clock.instant();
        return log.last().map(Change::knownAt).filter(clocked::isBefore).orElse(clocked);
    }

    private List<Facts.Actual> readings(
            Indicator indicator, List<Cell> cells, LocalDate from, LocalDate day, @Nullable Instant asOf) {
        boolean anyDay = hasAValueOnAnyDay(indicator, asOf, new HashSet<>());
        boolean addUp = !anyDay && indicator.direction() == Indicator.Direction.CUMULATIVE;
        BigDecimal sum = BigDecimal.ZERO;
        List<Facts.Actual> readings = new ArrayList<>();
        for (Cell cell : cells) {
            BigDecimal value = cell.value();
            LocalDate end = cell.period().end();
            boolean running = end.isAfter(day);
            if (value == null || running && !anyDay && !addUp || addUp && !end.isAfter(from)) {
                continue;
            }
            sum = sum.add(value);
            readings.add(new Facts.Actual(running ? day : end, addUp ? sum : value));
        }
        return readings;
    }

    private boolean hasAValueOnAnyDay(Indicator indicator, @Nullable Instant asOf, Set<QualifiedId> seen) {
        if (!seen.add(indicator.id())) {
            return true;
        }
        return switch (indicator.formula()) {
            case Indicator.Formula.OverFacts facts ->
                facts.timing().values().stream().noneMatch(t -> t.accumulate() == Accumulate.WITHIN);
            case Indicator.Formula.Derived derived ->
                derived.inputs().stream()
                        .allMatch(i -> indicators
                                .find(i, asOf)
                                .map(d -> hasAValueOnAnyDay(d, asOf, seen))
                                .orElse(true));
        };
    }
}
