package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.internal.Slot.Part;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.Entity;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Expr.AggregateKind;
import org.luoshi.pack.expression.Numbers;

/// A source and what is summed up over it: slots that add up, and aggregates that need every record.
final class SourceLayout {

    private final Source source;
    private final Entity entity;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Aggregate> exact = new ArrayList<>();
    private final Map<Slot, Integer> places = new LinkedHashMap<>();

    SourceLayout(Source source, Entity entity) {
        this.source = source;
        this.entity = entity;
    }

    Source source() {
        return source;
    }

    String id() {
        return source.id();
    }

    Entity entity() {
        return entity;
    }

    List<Slot> slots() {
        return slots;
    }

    /// Aggregates that do not add up: distinct values, medians and percentiles, first and last, extremes of what stands.
    List<Aggregate> exact() {
        return exact;
    }

    /// Fields of the source's own register that its partial sums depend on.
    Set<String> fields() {
        Set<String> fields = new HashSet<>(List.of(source.unit(), source.date()));
        if (source.until() != null) fields.add(source.until());
        Stream.concat(slots.stream().map(Slot::aggregate), exact.stream())
                .flatMap(Expr::all)
                .filter(Expr.FieldPath.class::isInstance)
                .map(path -> ((Expr.FieldPath) path).path().getFirst())
                .forEach(fields::add);
        return fields;
    }

    void add(Aggregate aggregate) {
        switch (aggregate.kind()) {
            case COUNT -> slot(aggregate, Part.NUMBER);
            case SUM, MEAN -> {
                slot(aggregate, Part.TOTAL);
                slot(aggregate, Part.NUMBER);
            }
            case MIN, MAX -> {
                if (source.until() == null)
                    slot(aggregate, aggregate.kind() == AggregateKind.MIN ? Part.LOWEST : Part.HIGHEST);
                else addExact(aggregate);
            }
            case WEIGHTED_MEAN -> {
                slot(aggregate, Part.WEIGHTED);
                slot(aggregate, Part.WEIGHT);
            }
            case DISTINCT, MEDIAN, PERCENTILE, FIRST, LAST -> addExact(aggregate);
        }
    }

    /// The aggregate's value, from slots and exact values of one unit and period.
    @Nullable BigDecimal value(Aggregate aggregate, Rolled rolled) {
        if (exact.contains(aggregate)) return exactValue(aggregate, rolled);
        return switch (aggregate.kind()) {
            case COUNT -> number(aggregate, rolled);
            case SUM -> number(aggregate, rolled).signum() == 0 ? null : at(aggregate, Part.TOTAL, rolled);
            case MEAN -> {
                BigDecimal total = at(aggregate, Part.TOTAL, rolled);
                yield total == null ? null : Numbers.divide(total, number(aggregate, rolled));
            }
            case MIN -> at(aggregate, Part.LOWEST, rolled);
            case MAX -> at(aggregate, Part.HIGHEST, rolled);
            case WEIGHTED_MEAN -> {
                BigDecimal above = at(aggregate, Part.WEIGHTED, rolled);
                BigDecimal below = at(aggregate, Part.WEIGHT, rolled);
                yield above == null || below == null ? null : Numbers.divide(above, below);
            }
            case DISTINCT, MEDIAN, PERCENTILE, FIRST, LAST -> throw new IllegalStateException("always exact: " + aggregate);
        };
    }

    private @Nullable BigDecimal exactValue(Aggregate aggregate, Rolled rolled) {
        BigDecimal value = rolled.exact(exact.indexOf(aggregate));
        boolean count = aggregate.kind() == AggregateKind.DISTINCT;
        return value == null && count ? BigDecimal.ZERO : value;
    }

    private BigDecimal number(Aggregate aggregate, Rolled rolled) {
        BigDecimal number = at(aggregate, Part.NUMBER, rolled);
        return number == null ? BigDecimal.ZERO : number;
    }

    private @Nullable BigDecimal at(Aggregate aggregate, Part part, Rolled rolled) {
        return rolled.slot(Known.in(places, new Slot(aggregate, part)));
    }

    /// Places, counted from 1, of the slots that the aggregate is made of.
    Stream<Integer> places(Aggregate aggregate) {
        return places.entrySet().stream()
                .filter(slot -> slot.getKey().aggregate().equals(aggregate))
                .map(slot -> slot.getValue() + 1);
    }

    private void slot(Aggregate aggregate, Part part) {
        Slot slot = new Slot(aggregate, part);
        if (places.putIfAbsent(slot, slots.size()) == null) slots.add(slot);
    }

    private void addExact(Aggregate aggregate) {
        if (!exact.contains(aggregate)) exact.add(aggregate);
    }
}
