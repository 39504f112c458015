package org.luoshi.web.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.access.Units;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.web.api.ApiParameter;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.shell.BadRequest;
import org.springframework.stereotype.Component;

/// Which figures a program may ask for, and the figures.
@Component
public class Series {

    /// Periods asked for at once; more than a century of weeks.
    private static final int MOST_PERIODS = 6_000;

    private final Indicators indicators;
    private final Units units;

    Series(Indicators indicators, Units units) {
        this.indicators = indicators;
        this.units = units;
    }

    public Collection<Indicator> indicators(ApiRequest request) {
        return indicators.all(request.moment());
    }

    public Optional<Indicator> find(String id, ApiRequest request) {
        int dot = id.indexOf('.');
        boolean written = dot > 0 && dot == id.lastIndexOf('.') && dot < id.length() - 1;
        return written ? indicators.find(QualifiedId.parse(id), request.moment()) : Optional.empty();
    }

    /// Those asked for, or all that the indicator is made for, larger kinds first.
    public List<Unit> units(Indicator indicator, ApiRequest request) {
        List<Unit> made = units.tree(request.moment()).units().stream()
                .filter(unit -> indicator.per().contains(unit.kind()))
                .sorted(Comparator.comparing(Unit::kind))
                .toList();
        Set<String> wanted = new LinkedHashSet<>(request.list(ApiParameter.UNIT));
        if (wanted.isEmpty()) return made;
        List<Unit> found = made.stream().filter(unit -> wanted.contains(unit.id())).toList();
        if (found.size() < wanted.size()) throw request.mistyped(ApiParameter.UNIT);
        return found;
    }

    /// From the first with a figure, or the one asked for, to the running one, or the one asked for.
    public List<Period> periods(Indicator indicator, ApiRequest request) {
        Period now = indicators.period(indicator, request.moment());
        Period to = asked(indicator, ApiParameter.TO, request).orElse(now);
        Period first = indicators.firstPeriod(indicator).filter(period -> !period.start().isAfter(to.start())).orElse(to);
        Period from = asked(indicator, ApiParameter.FROM, request).orElse(first);
        if (from.start().isAfter(to.start())) return List.of();
        if (from.until(to) >= MOST_PERIODS) throw new BadRequest("api.too-many-periods", MOST_PERIODS);
        return Period.range(from, to);
    }

    private static Optional<Period> asked(Indicator indicator, ApiParameter parameter, ApiRequest request) {
        String text = request.text(parameter);
        if (text == null) return Optional.empty();
        return Optional.of(Period.tryParse(text)
                .filter(period -> period.kind() == indicator.period())
                .orElseThrow(() -> request.mistyped(parameter)));
    }

    /// By whose units figures of all periods are asked for.
    ChosenBasis basis(ApiRequest request) {
        return ChosenBasis.read(request.text(ApiParameter.BASIS), units.tree(request.moment()), request.shell());
    }

    /// The figures of some of the pairs of period and unit, counted period by period.
    ///
    /// @param from number of the first pair, from 0
    public List<Observation> stretch(
            Indicator indicator, List<Period> periods, List<Unit> of, long from, int size, ApiRequest request) {
        Map<SeriesKey, Unit> wanted = new LinkedHashMap<>();
        for (long pair = from; pair < from + size; pair++) {
            Period period = periods.get((int) (pair / of.size()));
            Unit unit = of.get((int) (pair % of.size()));
            wanted.put(new SeriesKey(indicator.id(), unit.id(), period, period), unit);
        }
        Map<SeriesKey, List<Cell>> found = indicators.series(wanted.keySet(), request.moment());
        List<Observation> observations = new ArrayList<>();
        wanted.forEach((key, unit) ->
                observations.add(Observation.of(unit, Known.in(found, key).getFirst(), null, request.shell().day())));
        return observations;
    }

    /// All figures of the units, unit by unit.
    List<Observation> of(
            Indicator indicator, List<Unit> some, List<Period> periods, ChosenBasis basis, ApiRequest request) {
        if (periods.isEmpty()) return List.of();
        Map<SeriesKey, Unit> wanted = new LinkedHashMap<>();
        some.forEach(unit ->
                wanted.put(new SeriesKey(indicator.id(), unit.id(), periods.getFirst(), periods.getLast()), unit));
        Map<SeriesKey, List<Cell>> found = indicators.series(wanted.keySet(), basis.view(request.shell()));
        List<Observation> observations = new ArrayList<>();
        wanted.forEach((key, unit) -> Known.in(found, key)
                .forEach(cell -> observations.add(Observation.of(unit, cell, basis.day(), request.shell().day()))));
        return observations;
    }
}
