package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr.Aggregate;

/// Aggregates in the JVM, row by row: the reference for [SqlAggregate].
public final class Aggregates {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Aggregates() {}

    /// @param rows one environment per row of the aggregate's register
    /// @return null where there was nothing to aggregate
    public static @Nullable BigDecimal over(Aggregate aggregate, Iterable<Environment> rows) {
        List<Object> values = new ArrayList<>();
        for (Environment row : rows) {
            if (aggregate.filter() != null && !Evaluator.holds(aggregate.filter(), row)) continue;
            Object value = aggregate.value() == null ? true : Evaluator.evaluate(aggregate.value(), row);
            if (value != null) values.add(value);
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

    /// The middle one, or the mean of the two in the middle.
    private static @Nullable BigDecimal median(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) return null;
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        return lower.add(upper).multiply(HALF);
    }
}
