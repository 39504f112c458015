package org.luoshi.stream.network;

import java.util.List;

/// Expects every variable of a network from all of them at the two steps before, the hour and the kind of day, linearly.
///
/// Nothing of the same step is used: an attacker who changes several readings at once would explain each by the others.
/// Fitted by ridge regression on steps during which nothing was wrong; variables are first brought to mean 0 and
/// deviation 1.
///
/// @param mean      of each variable
/// @param deviation of each variable, above 0
/// @param weights   by variable, then by input
/// @param error     root mean square error of each variable where it was fitted, in its deviations
public record NetworkModel(double[] mean, double[] deviation, double[][] weights, double[] error) {

    /// Hours of the day enter by three waves, of 24, 12 and 8 hours.
    private static final int WAVES = 3;

    private static final int CALENDAR = 2 * WAVES + 2;

    /// Variables that hardly ever move would else be strange whenever they do.
    private static final double LEAST_ERROR = 0.02;

    /// @param normal in order of time, more than there are inputs
    /// @param ridge  above 0; more holds the weights smaller
    public static NetworkModel fit(List<Step> normal, double ridge) {
        int variables = normal.getFirst().values().length;
        int inputs = CALENDAR + 2 * variables;
        if (normal.size() <= inputs)
            throw new IllegalArgumentException("%d steps cannot fit %d inputs".formatted(normal.size(), inputs));
        double[] mean = new double[variables];
        double[] deviation = new double[variables];
        for (int v = 0; v < variables; v++) {
            int variable = v;
            mean[v] = normal.stream().mapToDouble(it -> it.values()[variable]).average().orElseThrow();
            double square = normal.stream()
                    .mapToDouble(it -> Math.pow(it.values()[variable] - mean[variable], 2))
                    .average()
                    .orElseThrow();
            deviation[v] = square < 1e-12 ? 1 : Math.sqrt(square);
        }
        NetworkModel scale = new NetworkModel(mean, deviation, new double[variables][inputs], new double[variables]);
        LeastSquares squares = new LeastSquares(inputs, variables);
        for (int i = 2; i < normal.size(); i++)
            squares.add(scale.inputs(normal, i), scale.scaled(normal.get(i).values()));
        double[][] weights = squares.solve(ridge);
        NetworkModel fitted = new NetworkModel(mean, deviation, weights, new double[variables]);
        double[] square = new double[variables];
        for (int i = 2; i < normal.size(); i++) {
            double[] expected = fitted.expectedScaled(fitted.inputs(normal, i));
            double[] seen = fitted.scaled(normal.get(i).values());
            for (int v = 0; v < variables; v++) square[v] += Math.pow(seen[v] - expected[v], 2);
        }
        double[] error = new double[variables];
        for (int v = 0; v < variables; v++)
            error[v] = Math.max(LEAST_ERROR, Math.sqrt(square[v] / (normal.size() - 2)));
        return new NetworkModel(mean, deviation, weights, error);
    }

    public int variables() {
        return mean.length;
    }

    /// @param last   the step before
    /// @param before the one before that
    /// @return by variable, what it should be now, in its own unit
    double[] expected(Step now, Step last, Step before) {
        double[] expected = expectedScaled(inputs(now, last, before));
        for (int v = 0; v < expected.length; v++) expected[v] = mean[v] + deviation[v] * expected[v];
        return expected;
    }

    /// How many errors of the fit the value is from what was expected.
    double errors(int variable, double value, double expected) {
        return (value - expected) / deviation[variable] / error[variable];
    }

    private double[] inputs(List<Step> steps, int i) {
        return inputs(steps.get(i), steps.get(i - 1), steps.get(i - 2));
    }

    private double[] inputs(Step now, Step last, Step before) {
        double[] inputs = new double[CALENDAR + 2 * variables()];
        int next = 0;
        for (int wave = 1; wave <= WAVES; wave++) {
            double angle = 2 * Math.PI * wave * now.hour() / 24;
            inputs[next++] = Math.sin(angle);
            inputs[next++] = Math.cos(angle);
        }
        inputs[next++] = now.restDay() ? 1 : 0;
        inputs[next++] = 1;
        for (Step step : List.of(last, before)) for (double value : scaled(step.values())) inputs[next++] = value;
        return inputs;
    }

    private double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int v = 0; v < scaled.length; v++) scaled[v] = (values[v] - mean[v]) / deviation[v];
        return scaled;
    }

    private double[] expectedScaled(double[] inputs) {
        double[] expected = new double[variables()];
        for (int v = 0; v < expected.length; v++)
            for (int i = 0; i < inputs.length; i++) expected[v] += weights[v][i] * inputs[i];
        return expected;
    }
}
