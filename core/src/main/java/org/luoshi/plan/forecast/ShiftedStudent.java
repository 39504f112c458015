package org.luoshi.plan.forecast;

/// Student's t, shifted and scaled.
///
/// @param freedom degrees of freedom, above 0
/// @param scale above 0
record ShiftedStudent(double freedom, double location, double scale) implements Predictive {

    ShiftedStudent {
        if (!(freedom > 0) || !(scale > 0) || Double.isNaN(location)) {
            throw new IllegalArgumentException(
                    "need freedom > 0 and scale > 0, got %s, %s at %s".formatted(freedom, scale, location));
        }
    }

    @Override
    public double atMost(double x) {
        double t = (x - location) / scale;
        double tail = 0.5 * Special.regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    @Override
    public double atLeast(double x) {
        return 1 - atMost(x);
    }

    @Override
    public double quantile(double p) {
        double reach = scale;
        while (atMost(location - reach) > p || atMost(location + reach) < p) {
            reach *= 2;
        }
        return Bisection.smallest(location - reach, location + reach, x -> atMost(x) >= p);
    }
}
