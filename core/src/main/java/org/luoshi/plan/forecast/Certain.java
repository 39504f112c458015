package org.luoshi.plan.forecast;

/// Nothing left to happen: the horizon is zero days away.
record Certain(double value) implements Predictive {

    @Override
    public double atMost(double x) {
        return value <= x ? 1 : 0;
    }

    @Override
    public double atLeast(double x) {
        return value >= x ? 1 : 0;
    }

    @Override
    public double quantile(double p) {
        return value;
    }
}
