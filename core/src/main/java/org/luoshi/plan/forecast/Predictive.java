package org.luoshi.plan.forecast;

/// What a figure may be at a future day, given what is known now.
sealed interface Predictive permits ShiftedStudent, CountAhead, Certain, Mixture {

    /// Chance that the figure is at most `x`.
    double atMost(double x);

    /// Chance that the figure is at least `x`. Differs from `1 - atMost(x)` for counts.
    double atLeast(double x);

    /// Smallest value that is not exceeded with chance `p`, `0 < p < 1`.
    double quantile(double p);
}
