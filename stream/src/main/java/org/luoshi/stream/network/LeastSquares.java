package org.luoshi.stream.network;

/// Ridge regression of several outputs on the same inputs, one observation at a time.
final class LeastSquares {

    private final double[][] inputsByInputs;
    private final double[][] outputsByInputs;

    LeastSquares(int inputs, int outputs) {
        inputsByInputs = new double[inputs][inputs];
        outputsByInputs = new double[outputs][inputs];
    }

    void add(double[] inputs, double[] outputs) {
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j <= i; j++) inputsByInputs[i][j] += inputs[i] * inputs[j];
            for (int out = 0; out < outputs.length; out++) outputsByInputs[out][i] += outputs[out] * inputs[i];
        }
    }

    /// @return by output and input, the weights `w` that minimise `Σ(w·x − y)² + ridge·w²`
    double[][] solve(double ridge) {
        double[][] root = cholesky(ridge);
        double[][] weights = new double[outputsByInputs.length][];
        for (int out = 0; out < weights.length; out++) weights[out] = solve(root, outputsByInputs[out].clone());
        return weights;
    }

    /// @return the lower triangle `L` with `L·Lᵀ = XᵀX + ridge·I`
    private double[][] cholesky(double ridge) {
        int size = inputsByInputs.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j <= i; j++) {
                double rest = inputsByInputs[i][j] + (i == j ? ridge : 0);
                for (int k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        return root;
    }

    private static double[] solve(double[][] root, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) right[i] -= root[i][k] * right[k];
            right[i] /= root[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) right[i] -= root[k][i] * right[k];
            right[i] /= root[i][i];
        }
        return right;
    }
}
