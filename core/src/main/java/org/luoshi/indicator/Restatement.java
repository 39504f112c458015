package org.luoshi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// How one figure moved between two moments: from what was shown then to what is shown later, in steps that each change
/// one thing and follow one another in the order of [Cause].
///
/// Where every value is known the steps' changes add up to the whole, exactly: each begins where the one before ended.
///
/// @param from the earlier moment, `to` the later
/// @param measure unit of measure of all values; those of then are converted where it was another
/// @param before unit of measure of then, where it was another; values that cannot be converted are left out of the steps
public record Restatement(
        QualifiedId indicator,
        String unit,
        Period period,
        Instant from,
        Instant to,
        UnitOfMeasure measure,
        @Nullable UnitOfMeasure before,
        List<Step> steps) {

    /// What changed, in the order in which it is told.
    public enum Cause {
        /// Facts became known: the formula and the tree of then, the records of later.
        DATA,
        /// The packs compute otherwise: formula, filter, period, unit of measure.
        METHOD,
        /// Other units belong together.
        BASIS
    }

    /// @param before value before the step, `after` the one after; null for unknown
    public record Step(Cause cause, @Nullable BigDecimal before, @Nullable BigDecimal after) {

        /// Null where one of the two is unknown: then it cannot be told by how much.
        public @Nullable BigDecimal change() {
            return before == null || after == null ? null : after.subtract(before);
        }

        public boolean moved() {
            return !same(before, after);
        }
    }

    public Restatement {
        steps = List.copyOf(steps);
        if (steps.size() != Cause.values().length) throw new IllegalArgumentException("need one step a cause: " + steps);
        for (int i = 1; i < steps.size(); i++) {
            if (!same(steps.get(i - 1).after(), steps.get(i).before()))
                throw new IllegalArgumentException("a step begins where the one before ended: " + steps);
        }
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    public @Nullable BigDecimal then() {
        return steps.getFirst().before();
    }

    public @Nullable BigDecimal now() {
        return steps.getLast().after();
    }

    public Step step(Cause cause) {
        return steps.stream().filter(step -> step.cause() == cause).findFirst().orElseThrow();
    }

    /// Whether anything moved, also where the movements make up for each other.
    public boolean moved() {
        return steps.stream().anyMatch(Step::moved);
    }
}
