package org.luoshi.plan.forecast;

import java.time.LocalDate;

/// What is to be reached by when, and which way is better.
///
/// @param from day of the baseline
/// @param by last day on which reaching it is on time
public record Aim(LocalDate from, double baseline, LocalDate by, Reach reach) {

    public Aim {
        if (!by.isAfter(from)) {
            throw new IllegalArgumentException("need from < by, got %s and %s".formatted(from, by));
        }
    }

    public sealed interface Reach {

        /// At least `target` on the day.
        record AtLeast(double target) implements Reach {}

        /// At most `target` on the day.
        record AtMost(double target) implements Reach {}

        /// Between the two, both included.
        record Within(double low, double high) implements Reach {}
    }

    /// Change a day that would lead in a straight line from the baseline to the target; 0 for a range.
    double plannedPace() {
        double days = from.until(by, java.time.temporal.ChronoUnit.DAYS);
        return switch (reach) {
            case Reach.AtLeast(double target) -> (target - baseline) / days;
            case Reach.AtMost(double target) -> (target - baseline) / days;
            case Reach.Within _ -> 0;
        };
    }

    /// Size that a typical change has: the way to go, or the range's width.
    double span() {
        return switch (reach) {
            case Reach.AtLeast(double target) -> Math.abs(target - baseline);
            case Reach.AtMost(double target) -> Math.abs(target - baseline);
            case Reach.Within(double low, double high) -> Math.max(high - low, Math.abs(baseline - (low + high) / 2));
        };
    }

    double chance(Predictive predictive) {
        return switch (reach) {
            case Reach.AtLeast(double target) -> predictive.atLeast(target);
            case Reach.AtMost(double target) -> predictive.atMost(target);
            case Reach.Within(double low, double high) -> Math.max(0, predictive.atMost(high) - (1 - predictive.atLeast(low)));
        };
    }
}
