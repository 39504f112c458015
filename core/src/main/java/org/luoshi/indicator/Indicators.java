package org.luoshi.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.internal.CellCheck;
import org.luoshi.indicator.internal.Explainer;
import org.luoshi.indicator.internal.FigureReader;
import org.luoshi.indicator.internal.Recomputation;
import org.luoshi.indicator.internal.Restater;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Figures of all indicators, for the present (`asOf` null) and as of any past moment: then by the packs, and rolled up
/// the unit trees, of that moment.
///
/// Asking for an indicator that no pack of the moment declares, or a period of another kind than the indicator's, is the
/// caller's mistake and throws.
@Service
@Transactional(readOnly = true)
public class Indicators {

    private final FigureReader reader;
    private final Explainer explainer;
    private final CellCheck check;
    private final Recomputation recomputation;
    private final Units units;
    private final Restater restater;

    public Indicators(
            FigureReader reader,
            Explainer explainer,
            CellCheck check,
            Recomputation recomputation,
            Units units,
            Restater restater) {
        this.reader = reader;
        this.explainer = explainer;
        this.check = check;
        this.recomputation = recomputation;
        this.units = units;
        this.restater = restater;
    }

    public Collection<Indicator> all() {
        return all(null);
    }

    /// Those that were declared at the moment, with their formulas of then.
    public Collection<Indicator> all(@Nullable Instant asOf) {
        return reader.model(asOf).indicators();
    }

    public Optional<Indicator> find(QualifiedId id) {
        return find(id, null);
    }

    /// As it was declared at the moment.
    public Optional<Indicator> find(QualifiedId id, @Nullable Instant asOf) {
        return reader.model(asOf).indicator(id);
    }

    /// Why figures of the moment cannot be computed, where they cannot.
    public Optional<Text> obstacle(QualifiedId id, @Nullable Instant asOf) {
        return reader.model(asOf).obstacle(id);
    }

    /// The period of the indicator's kind that runs now, or ran at the moment.
    public Period period(Indicator indicator, @Nullable Instant asOf) {
        return Period.of(indicator.period(), reader.day(asOf));
    }

    /// The first period of which a figure is stored; empty where there is none.
    public Optional<Period> firstPeriod(Indicator indicator) {
        return reader.firstPeriod(indicator);
    }

    public Cell cell(QualifiedId indicator, String unit, Period period, @Nullable Instant asOf) {
        return series(indicator, unit, period, period, asOf).getFirst();
    }

    /// Every period from the first to the last, also those without a figure.
    public List<Cell> series(QualifiedId indicator, String unit, Period from, Period to, @Nullable Instant asOf) {
        SeriesKey key = new SeriesKey(indicator, unit, from, to);
        return Known.in(reader.series(List.of(key), asOf), key);
    }

    /// Many series at once, in one query an indicator.
    public Map<SeriesKey, List<Cell>> series(Collection<SeriesKey> keys, @Nullable Instant asOf) {
        return reader.series(keys, asOf);
    }

    public Map<SeriesKey, List<Cell>> series(Collection<SeriesKey> keys, Viewpoint view) {
        return reader.series(keys, view);
    }

    public List<Cell> series(QualifiedId indicator, String unit, Period from, Period to, Viewpoint view) {
        SeriesKey key = new SeriesKey(indicator, unit, from, to);
        return Known.in(reader.series(List.of(key), view), key);
    }

    /// One period's figures of every unit of a kind that exists at the period's end, in the units' order.
    public List<Cell> across(QualifiedId indicator, UnitKind kind, Period period, @Nullable Instant asOf) {
        LocalDate end = period.end();
        List<String> wanted = units.tree(asOf).units().stream()
                .filter(unit -> unit.kind() == kind && unit.validity().contains(end))
                .map(Unit::id)
                .toList();
        return across(indicator, wanted, period, asOf);
    }

    public List<Cell> across(
            QualifiedId indicator, Collection<String> unitIds, Period period, @Nullable Instant asOf) {
        return across(indicator, unitIds, period, Viewpoint.asOf(asOf));
    }

    public List<Cell> across(QualifiedId indicator, Collection<String> unitIds, Period period, Viewpoint view) {
        Set<SeriesKey> keys = new LinkedHashSet<>();
        unitIds.forEach(unit -> keys.add(new SeriesKey(indicator, unit, period, period)));
        Map<SeriesKey, List<Cell>> found = reader.series(keys, view);
        List<Cell> cells = new ArrayList<>();
        keys.forEach(key -> cells.addAll(found.get(key)));
        return cells;
    }

    /// From a figure to what it is made of; records are shown where the viewer may read ([Permission#READ]).
    public Explanation explain(ExplainRequest request, Viewer viewer) {
        return explainer.explain(request, viewer);
    }

    /// All that a figure is made of, from one state of the registers: what stands above the records once, then record after
    /// record, a page of the request's limit at a time.
    ///
    /// @param most records told at most
    /// @return whether all records were told
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public boolean derive(
            ExplainRequest request,
            int most,
            Viewer viewer,
            Consumer<Explanation> head,
            Consumer<Explanation.SourceRow> each) {
        return explainer.derive(request, most, viewer, head, each);
    }

    /// How a figure moved from one moment to another, and why. A figure that some moment does not have is unknown there.
    ///
    /// @param to null for now
    /// @throws IllegalArgumentException if neither moment knows the indicator, or `from` is not before `to`
    public Restated restate(
            QualifiedId indicator, String unit, Period period, Instant from, @Nullable Instant to, Viewer viewer) {
        return restater.figure(indicator, unit, period, from, to, viewer);
    }

    /// All figures of an indicator that moved from one moment to another.
    ///
    /// @param to null for now
    /// @param most how many are listed
    public Restatements restatements(QualifiedId indicator, Instant from, @Nullable Instant to, int most) {
        return restater.all(indicator, from, to, most);
    }

    /// Computes what is marked now, without waiting for the worker.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void refresh() {
        recomputation.drain();
    }

    /// Marks what packs and units that come into force touch, so that figures know they are stale from the same moment
    /// on. Within the transaction that brings them into force.
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt() {
        recomputation.adopt();
    }

    /// Builds every cell anew from the registers.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void recompute() {
        recomputation.markAll();
        recomputation.drain();
    }

    /// Compares everything stored with what the registers say; cells that know they are stale are left out.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Finding> verify() {
        List<Finding> found = new ArrayList<>();
        check.run(CheckScope.ALL, found::add);
        return found;
    }
}
