package org.luoshi.indicator.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.indicator.Viewpoint;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.pack.Indicator;
import org.springframework.stereotype.Component;

/// Reads cells: the present ones from kept sums, past ones from facts.
@Component
public class FigureReader {

    private static final Change NOTHING_YET = new Change(0, Instant.EPOCH, "system");

    private final DSLContext database;
    private final Models models;
    private final Units units;
    private final ChangeLog log;
    private final Snapshots snapshots;
    private final Clock clock;

    public FigureReader(
            DSLContext database, Models models, Units units, ChangeLog log, Snapshots snapshots, Clock clock) {
        this.database = database;
        this.models = models;
        this.units = units;
        this.log = log;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /// @param asOf null for the packs in use
    public Model model(@Nullable Instant asOf) {
        return models.at(asOf);
    }

    /// @param asOf null for the present
    public LocalDate day(@Nullable Instant asOf) {
        return LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, clock.getZone());
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /// The first period of which a figure is stored.
    public Optional<Period> firstPeriod(Indicator indicator) {
        return first(model(null), indicator).map(day -> Period.of(indicator.period(), day));
    }

    private Optional<LocalDate> first(Model model, Indicator indicator) {
        Stream<Optional<LocalDate>> days = indicator.formula() instanceof Indicator.Formula.Derived derived
                ? derived.inputs().stream().flatMap(id -> model.indicator(id).stream()).map(input -> first(model, input))
                : model.rollings(indicator).stream().map(rolling -> KeptSums.firstPeriod(database, rolling));
        return days.flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    /// Every period of each key, also those without a figure.
    public Map<SeriesKey, List<Cell>> series(Collection<SeriesKey> keys, @Nullable Instant asOf) {
        return series(keys, Viewpoint.asOf(asOf));
    }

    public Map<SeriesKey, List<Cell>> series(Collection<SeriesKey> keys, Viewpoint view) {
        Instant asOf = view.asOf();
        Map<Indicator, List<SeriesKey>> byIndicator = keys.stream()
                .distinct()
                .collect(Collectors.groupingBy(key -> indicator(key, asOf), LinkedHashMap::new, Collectors.toList()));
        Change last = log.last().orElse(NOTHING_YET);
        ComparableUnits comparable = view.basis() == null ? null : units.on(view.basis(), asOf);
        if (asOf != null) return past(byIndicator, asOf, comparable, last);
        Staleness staleness = new Staleness(database, model(null), byIndicator.keySet());
        Map<SeriesKey, List<Cell>> found = new HashMap<>();
        Map<Boolean, List<Indicator>> byReach =
                byIndicator.keySet().stream().collect(Collectors.partitioningBy(indicator -> model(null).carries(indicator)));
        byReach.forEach((carried, indicators) -> {
            if (indicators.isEmpty()) return;
            List<SeriesKey> wanted = indicators.stream().flatMap(indicator -> Known.in(byIndicator, indicator).stream()).toList();
            // what is carried over may come from any earlier period
            LocalDate from = carried
                    ? null
                    : wanted.stream().map(key -> key.from().start()).min(LocalDate::compareTo).orElseThrow();
            LocalDate to = wanted.stream().map(key -> key.to().end()).max(LocalDate::compareTo).orElseThrow();
            Set<String> of = wanted.stream().map(SeriesKey::unit).collect(Collectors.toSet());
            Figures figures = comparable == null ? kept(of, from, to) : comparable(comparable, of, from, to);
            indicators.forEach(indicator -> present(
                    indicator, Known.in(byIndicator, indicator), figures, comparable, staleness, last.knownAt(), found));
        });
        return found;
    }

    /// Figures of the present from the kept sums.
    ///
    /// @param of units, or null for all
    /// @param from and `to` days, or null
    Figures kept(@Nullable Set<String> of, @Nullable LocalDate from, @Nullable LocalDate to) {
        return present(new Figures.Facts.Stored(), new Figures.Tree(units.tree(), units.ancestors(null)), of, from, to);
    }

    /// Figures of the present up the tree of one day.
    private Figures comparable(ComparableUnits by, Set<String> of, @Nullable LocalDate from, LocalDate to) {
        return present(new Figures.Facts.Partials(), tree(by, null), of, from, to);
    }

    private Figures present(
            Figures.Facts facts,
            Figures.Tree tree,
            @Nullable Set<String> of,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        LocalDate today = day(null);
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        return new Figures(database, model(null), tree, clock.getZone(), facts, last, of, from);
    }

    private Figures.Tree tree(ComparableUnits by, @Nullable Instant asOf) {
        return new Figures.Tree(by.tree(), units.ancestors(asOf, by));
    }

    /// Figures computed from the registers themselves, never from stored sums.
    public Figures fromRegisters(@Nullable Instant moment) {
        return fromRegisters(moment, new Figures.Tree(units.tree(moment), units.ancestors(moment)));
    }

    private Figures fromRegisters(@Nullable Instant moment, Figures.Tree tree) {
        return new Figures(
                database,
                model(moment),
                tree,
                clock.getZone(),
                new Figures.Facts.Registers(moment),
                day(moment),
                null,
                null);
    }

    private Indicator indicator(SeriesKey key, @Nullable Instant asOf) {
        Indicator indicator = model(asOf).indicator(key.indicator())
                .orElseThrow(() -> new IllegalArgumentException("no indicator `%s`".formatted(key.indicator())));
        if (key.from().kind() != indicator.period() || key.to().kind() != indicator.period())
            throw new IllegalArgumentException("`%s` is per %s, not %s to %s"
                    .formatted(key.indicator(), indicator.period(), key.from(), key.to()));
        return indicator;
    }

    private void present(
            Indicator indicator,
            List<SeriesKey> wanted,
            Figures figures,
            @Nullable ComparableUnits comparable,
            Staleness staleness,
            Instant knownAt,
            Map<SeriesKey, List<Cell>> found) {
        boolean unbuilt = staleness.isUnbuilt(indicator);
        LocalDate today = day(null);
        for (SeriesKey key : wanted) {
            List<Cell> cells = new ArrayList<>();
            for (Period period : Period.range(key.from(), key.to())) {
                boolean begun = !period.start().isAfter(today);
                // a period that has not begun has no figure, whatever the policy for missing records
                Figure figure = !begun || unbuilt || !exists(key.unit(), comparable)
                        ? Figure.UNKNOWN
                        : figures.of(indicator, key.unit(), period.start());
                boolean stale = begun
                        && (comparable == null
                                ? staleness.of(indicator, key.unit(), period.start())
                                : staleness.ofAny(indicator, period.start()));
                Instant known = stale ? staleness.knownTo(indicator) : knownAt;
                cells.add(cell(indicator, key.unit(), period, figure, known, stale));
            }
            found.put(key, cells);
        }
    }

    private Map<SeriesKey, List<Cell>> past(
            Map<Indicator, List<SeriesKey>> byIndicator,
            Instant asOf,
            @Nullable ComparableUnits comparable,
            Change last) {
        Figures figures = comparable == null
                ? snapshots.at(asOf, last, model(asOf), null, this::fromRegisters)
                : snapshots.at(
                        asOf, last, model(asOf), comparable.day(), moment -> fromRegisters(moment, tree(comparable, moment)));
        LocalDate day = day(asOf);
        Map<SeriesKey, List<Cell>> found = new HashMap<>();
        synchronized (figures) {
            byIndicator.forEach((indicator, wanted) -> {
                for (SeriesKey key : wanted) {
                    boolean computable = figures.isComputable(indicator) && exists(key.unit(), comparable);
                    List<Cell> cells = Period.range(key.from(), key.to()).stream()
                            .map(period -> cell(
                                    indicator,
                                    key.unit(),
                                    period,
                                    period.start().isAfter(day) || !computable
                                            ? Figure.UNKNOWN
                                            : figures.of(indicator, key.unit(), period.start()),
                                    asOf,
                                    false))
                            .toList();
                    found.put(key, cells);
                }
            });
        }
        return found;
    }

    /// On the basis of a day, what does not exist then has no figure; its records are in others'.
    private static boolean exists(String unit, @Nullable ComparableUnits comparable) {
        return comparable == null || comparable.exists(unit);
    }

    private static Cell cell(
            Indicator indicator, String unit, Period period, Figure figure, Instant knownAt, boolean stale) {
        return new Cell(
                indicator.id(),
                unit,
                period,
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.records(),
                knownAt,
                stale);
    }
}
