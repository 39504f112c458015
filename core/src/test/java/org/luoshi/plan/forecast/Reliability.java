package org.luoshi.plan.forecast;

import java.util.ArrayList;
import java.util.List;

/// Forecast chances against what came.
final class Reliability {

    private final List<double[]> pairs = new ArrayList<>();

    void add(double chance, boolean came) {
        pairs.add(new double[] {chance, came ? 1 : 0});
    }

    int size() {
        return pairs.size();
    }

    double brier() {
        return pairs.stream().mapToDouble(p -> (p[0] - p[1]) * (p[0] - p[1])).average().orElseThrow();
    }

    double frequency() {
        return pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    }

    /// Mean absolute distance of said and seen over ten bins, weighted by their size.
    double calibrationError() {
        return bins().stream().mapToDouble(b -> b.count() * Math.abs(b.said() - b.seen())).sum() / pairs.size();
    }

    record Bin(int decile, int count, double said, double seen) {}

    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int decile = 0; decile < 10; decile++) {
            int of = decile;
            List<double[]> in = pairs.stream().filter(p -> Math.min(9, (int) (p[0] * 10)) == of).toList();
            if (!in.isEmpty()) {
                bins.add(new Bin(
                        decile,
                        in.size(),
                        in.stream().mapToDouble(p -> p[0]).average().orElseThrow(),
                        in.stream().mapToDouble(p -> p[1]).average().orElseThrow()));
            }
        }
        return bins;
    }
}
