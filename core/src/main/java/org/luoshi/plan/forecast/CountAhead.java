package org.luoshi.plan.forecast;

/// A running count to which a negative binomial number of events will be added.
///
/// @param base count reached by now
/// @param mean events expected until the horizon, above 0
/// @param variance above `mean`
record CountAhead(double base, double mean, double variance) implements Predictive {

    CountAhead {
        if (!(mean > 0) || !(variance > mean)) {
            throw new IllegalArgumentException("need 0 < mean < variance, got %s and %s".formatted(mean, variance));
        }
    }

    @Override
    public double atMost(double x) {
        double more = StrictMath.floor(x - base + 1e-9);
        return more < 0 ? 0 : Special.regularizedBeta(successChance(), size(), more + 1);
    }

    @Override
    public double atLeast(double x) {
        return 1 - atMost(StrictMath.ceil(x - 1e-9) - 1);
    }

    @Override
    public double quantile(double p) {
        double reach = mean + 1;
        while (atMost(base + reach) < p) {
            reach *= 2;
        }
        double low = -1;
        double high = StrictMath.ceil(reach);
        while (high - low > 1) {
            double middle = StrictMath.floor((low + high) / 2);
            if (atMost(base + middle) >= p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return base + high;
    }

    private double successChance() {
        return mean / variance;
    }

    private double size() {
        return mean * mean / (variance - mean);
    }
}
