package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.expression.Expr.Aggregate;

/// Aggregates in the JVM, row by row: the reference for [SqlAggregate].
public final class Aggregates {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Aggregates() {}

    /// @param rows one environment per row of the aggregate's register, in the order of entry
    /// @return null where there was nothing to aggregate
    public static @Nullable BigDecimal over(Aggregate aggregate, Iterable<Environment> rows) {
        List<Object> values = new ArrayList<>();
        List<Object> beside = new ArrayList<>();
        for (Environment row : rows) {
            if (aggregate.filter() != null && !Evaluator.holds(aggregate.filter(), row)) continue;
            Object value = aggregate.value() == null ? true : Evaluator.evaluate(aggregate.value(), row);
            Object other = aggregate.beside() == null ? true : Evaluator.evaluate(aggregate.beside(), row);
            if (value == null || other == null) continue;
            values.add(value);
            beside.add(other);
        }
        return switch (aggregate.kind()) {
            case COUNT -> BigDecimal.valueOf(values.size());
            case DISTINCT -> BigDecimal.valueOf(distinct(values));
            case SUM -> sum(numbers(values));
            case MIN -> numbers(values).stream().min(Comparator.naturalOrder()).orElse(null);
            case MAX -> numbers(values).stream().max(Comparator.naturalOrder()).orElse(null);
            case MEAN -> {
                BigDecimal sum = sum(numbers(values));
                yield sum == null ? null : Numbers.divide(sum, BigDecimal.valueOf(values.size()));
            }
            case MEDIAN -> median(numbers(values));
            case WEIGHTED_MEAN -> weightedMean(numbers(values), numbers(beside));
            case PERCENTILE -> values.isEmpty() ? null : percentile(numbers(values), (BigDecimal) beside.getFirst());
            case FIRST, LAST -> {
                int at = outermost(beside, requireType(aggregate), aggregate.kind() == Expr.AggregateKind.LAST);
                yield at < 0 ? null : (BigDecimal) values.get(at);
            }
        };
    }

    private static List<BigDecimal> numbers(List<Object> values) {
        return values.stream().map(BigDecimal.class::cast).toList();
    }

    private static @Nullable BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal::add).orElse(null);
    }

    private static int distinct(List<Object> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) seen.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
        return seen.size();
    }

    private static @Nullable BigDecimal weightedMean(List<BigDecimal> values, List<BigDecimal> weights) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            above = above.add(values.get(i).multiply(weights.get(i)));
            below = below.add(weights.get(i));
        }
        return Numbers.divide(above, below);
    }

    /// By nearest rank, so it is a value that occurs.
    private static BigDecimal percentile(List<BigDecimal> values, BigDecimal percent) {
        int rank = percent.multiply(BigDecimal.valueOf(values.size()))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
        return values.stream().sorted().toList().get(rank - 1);
    }

    /// @return place of the first or last by value; of equals the first or the last, -1 if there is none
    private static int outermost(List<Object> order, Type type, boolean last) {
        int at = -1;
        for (int i = 0; i < order.size(); i++) {
            int comparison = at < 0 ? 0 : Values.compare(order.get(i), order.get(at), type);
            if (at < 0 || (last ? comparison >= 0 : comparison < 0)) at = i;
        }
        return at;
    }

    private static Type requireType(Aggregate aggregate) {
        return Known.present(aggregate.beside(), "what " + aggregate + " goes by").type();
    }

    /// The middle one, or the mean of the two in the middle.
    private static @Nullable BigDecimal median(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) return null;
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).multiply(HALF);
    }
}
