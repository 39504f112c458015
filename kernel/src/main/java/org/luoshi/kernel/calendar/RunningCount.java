package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/// How many days of some sort there are up to a date, at once: prefix sums inside a span, a rule outside of it.
///
/// Counts start at an arbitrary zero; only differences mean anything.
final class RunningCount {

    private final long first;
    private final int[] through;
    private final LongUnaryOperator rule;

    private RunningCount(long first, int[] through, LongUnaryOperator rule) {
        this.first = first;
        this.through = through;
        this.rule = rule;
    }

    /// @param from first day of the span
    /// @param to day after the last one
    /// @param counts whether a day in the span counts
    /// @param rule the count through a day (days since 1970-01-01) for days outside
    static RunningCount of(LocalDate from, LocalDate to, Predicate<LocalDate> counts, LongUnaryOperator rule) {
        int[] through = new int[Math.toIntExact(to.toEpochDay() - from.toEpochDay())];
        int sum = 0;
        for (int i = 0; i < through.length; i++) {
            if (counts.test(from.plusDays(i))) sum++;
            through[i] = sum;
        }
        return new RunningCount(from.toEpochDay(), through, rule);
    }

    /// Days that count, up to and including `date`.
    long through(LocalDate date) {
        return through(date.toEpochDay());
    }

    /// The first day by which `count` days have counted.
    ///
    /// @param near a day from which it is no further than `distance` days
    LocalDate reaching(long count, LocalDate near, long distance) {
        long low = near.toEpochDay() - distance;
        long high = near.toEpochDay() + distance;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2L);
            if (through(middle) >= count) high = middle;
            else low = middle + 1;
        }
        return LocalDate.ofEpochDay(low);
    }

    /// Length of the span in days.
    int span() {
        return through.length;
    }

    private long through(long day) {
        if (day < first || through.length == 0) return rule.applyAsLong(day);
        long before = rule.applyAsLong(first - 1);
        int last = through.length - 1;
        if (day <= first + last) return before + through[(int) (day - first)];
        return before + through[last] + rule.applyAsLong(day) - rule.applyAsLong(first + last);
    }
}
