package org.luoshi.plan.forecast;

/// Equal belief in two predictions.
record Mixture(Predictive one, Predictive other) implements Predictive {

    @Override
    public double atMost(double x) {
        return (one.atMost(x) + other.atMost(x)) / 2;
    }

    @Override
    public double atLeast(double x) {
        return (one.atLeast(x) + other.atLeast(x)) / 2;
    }

    @Override
    public double quantile(double p) {
        double a = one.quantile(p);
        double b = other.quantile(p);
        return a == b ? a : Bisection.smallest(Math.min(a, b), Math.max(a, b), x -> atMost(x) >= p);
    }
}
