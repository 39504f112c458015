package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/// How many days of some sort there are up to a date, and which day is the n-th: at once inside a span, by a rule
/// outside of it.
///
/// Days are numbered from 1970-01-01. Counts start at an arbitrary zero; only differences mean anything.
final class RunningCount {

    private final Rule rule;
    private final long first;
    private final long before;
    private final long afterwards;
    private final int[] through;
    private final int[] counting;

    private RunningCount(Rule rule, long first, int[] through, int[] counting) {
        this.rule = rule;
        this.first = first;
        this.through = through;
        this.counting = counting;
        this.before = rule.through(first - 1);
        this.afterwards = before + counting.length - rule.through(first - 1 + through.length);
    }

    /// A sort of days that follows a pattern for ever.
    ///
    /// @param through how many there are up to a day
    /// @param reaching the first day by which there are that many
    record Rule(LongUnaryOperator through, LongUnaryOperator reaching) {

        /// Every day is one.
        static final Rule EVERY_DAY = new Rule(day -> day, count -> count);

        private long through(long day) {
            return through.applyAsLong(day);
        }
    }

    /// @param from first day of the span
    /// @param to day after the last one
    /// @param counts whether a day in the span counts
    /// @param rule for days outside
    static RunningCount of(LocalDate from, LocalDate to, Predicate<LocalDate> counts, Rule rule) {
        int[] through = new int[Math.toIntExact(to.toEpochDay() - from.toEpochDay())];
        int[] counting = new int[through.length];
        int sum = 0;
        for (int i = 0; i < through.length; i++) {
            if (counts.test(from.plusDays(i))) counting[sum++] = i;
            through[i] = sum;
        }
        return new RunningCount(rule, from.toEpochDay(), through, Arrays.copyOf(counting, sum));
    }

    /// Days that count, up to and including `day`.
    long through(long day) {
        long place = day - first;
        if (place < 0) return rule.through(day);
        if (place < through.length) return before + through[(int) place];
        return afterwards + rule.through(day);
    }

    /// The first day by which `count` days have counted.
    long reaching(long count) {
        long nth = count - before;
        if (nth <= 0) return rule.reaching().applyAsLong(count);
        if (nth <= counting.length) return first + counting[(int) nth - 1];
        return rule.reaching().applyAsLong(count - afterwards);
    }
}
