package org.luoshi.plan.forecast;

import java.util.function.DoublePredicate;

/// Finds where a monotone condition begins to hold.
final class Bisection {

    private Bisection() {}

    /// Smallest `x` in the interval for which `holds` is true, to 1e-9 of the interval's length.
    static double smallest(double from, double to, DoublePredicate holds) {
        double low = from;
        double high = to;
        for (int i = 0; i < 60 && high - low > 1e-9 * (to - from); i++) {
            double middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
