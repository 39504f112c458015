package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;

/// Which stored cells do not show every fact yet. Never says "fresh" of a stale cell; may do the reverse for a moment.
public final class Staleness {

    /// Beyond so many marks everything they could touch counts as stale.
    private static final int LOOKED_AT = 5_000;

    private final Model model;
    private final Map<String, LocalDate> computedTo = new HashMap<>();
    private final Map<String, Instant> summedTo = new HashMap<>();
    private final Set<String> wholeSources = new HashSet<>();
    private final Set<Touch> touches = new HashSet<>();

    private final Set<QualifiedId> redefined = new HashSet<>();
    private CellMarks cells = new CellMarks();

    private record Touch(String source, String unit, LocalDate period) {}

    public Staleness(DSLContext database, Model model, Collection<Indicator> indicators) {
        this.model = model;
        Set<String> sources = indicators.stream()
                .flatMap(indicator -> model.sourcesOf(indicator.id()).stream())
                .map(SourceLayout::id)
                .collect(Collectors.toSet());
        if (sources.isEmpty()) return;
        Sql list = RollUpSql.list(sources);
        Query.fetch(
                        database,
                        Sql.template(
                                "select id, computed_to, summed_to from luoshi.indicator_source where computed_to is not null"
                                        + " and summed_to is not null and id in (#)",
                                list))
                .forEach(row -> {
                    computedTo.put(row.get(0, String.class), row.get(1, LocalDate.class));
                    summedTo.put(row.get(0, String.class), row.get(2, Instant.class));
                });
        readCellMarks(database, sources);
        var marks = Query.fetch(
                database,
                Sql.template(
                        "select distinct k.source, k.period, a.ancestor from luoshi.indicator_mark k"
                                + " left join luoshi.unit_ancestor a on a.unit = k.unit where k.source in (#) limit "
                                + (LOOKED_AT + 1),
                        list));
        if (marks.size() > LOOKED_AT) wholeSources.addAll(sources);
        marks.forEach(this::add);
    }

    private void readCellMarks(DSLContext database, Set<String> sources) {
        var rows = database.fetch("select indicator, ancestor, period from luoshi.indicator_mark where source is null limit "
                + (LOOKED_AT + 1));
        if (rows.size() > LOOKED_AT) wholeSources.addAll(sources);
        CellMarks marks = new CellMarks();
        rows.forEach(marks::add);
        cells = marks;
        model.with(marks.indicators()).forEach(indicator -> redefined.add(indicator.id()));
    }

    private void add(Record mark) {
        LocalDate period = mark.get("period", LocalDate.class);
        String unit = mark.get("ancestor", String.class);
        if (period == null) wholeSources.add(mark.get("source", String.class));
        else if (unit != null) touches.add(new Touch(mark.get("source", String.class), unit, period));
    }

    /// Whether there is nothing yet that the figures could be read from.
    boolean isUnbuilt(Indicator indicator) {
        return redefined.contains(indicator.id())
                || model.sourcesOf(indicator.id()).stream().anyMatch(layout -> !summedTo.containsKey(layout.id()));
    }

    /// Up to which moment the sums behind the indicator's figures take changes into account.
    Instant knownTo(Indicator indicator) {
        return model.sourcesOf(indicator.id()).stream()
                .map(layout -> summedTo.getOrDefault(layout.id(), Instant.EPOCH))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /// Whether any unit's figure of the period, up whatever tree, may lack a fact.
    boolean ofAny(Indicator indicator, LocalDate period) {
        if (redefined.contains(indicator.id())) return true;
        return model.sourcesOf(indicator.id()).stream().map(SourceLayout::id).anyMatch(source -> {
            @Nullable LocalDate last = computedTo.get(source);
            return last == null
                    || last.isBefore(period)
                    || wholeSources.contains(source)
                    || touches.stream().anyMatch(touch -> touch.source().equals(source));
        });
    }

    public boolean of(Indicator indicator, String unit, LocalDate period) {
        if (redefined.contains(indicator.id())) return true;
        boolean looksUp = model.looksUp(indicator);
        LocalDate end = Period.of(indicator.period(), period).end();
        if (looksUp ? cells.touchesAny(end) : cells.touches(unit, end)) return true;
        boolean onlyWithin = model.countsWithinPeriod(indicator);
        for (SourceLayout layout : model.sourcesOf(indicator.id())) {
            @Nullable LocalDate last = computedTo.get(layout.id());
            if (last == null || last.isBefore(period) || wholeSources.contains(layout.id())) return true;
            boolean touched = onlyWithin && !looksUp
                    ? touches.contains(new Touch(layout.id(), unit, period))
                    : touches.stream().anyMatch(t -> t.source().equals(layout.id())
                            && (looksUp || t.unit().equals(unit))
                            && !t.period().isAfter(period));
            if (touched) return true;
        }
        return false;
    }
}
