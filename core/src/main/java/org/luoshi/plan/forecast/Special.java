package org.luoshi.plan.forecast;

/// Special functions behind the distributions.
final class Special {

    /// Lanczos coefficients, g = 7, n = 9. Source: Godfrey 2001; relative error below 1e-14 for x > 0.
    private static final double[] LANCZOS = {
        0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
        12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
    };

    private Special() {}

    /// Natural logarithm of Γ(x).
    ///
    /// @param x above 0
    static double logGamma(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("need x > 0, got " + x);
        }
        if (x < 0.5) {
            return StrictMath.log(StrictMath.PI / StrictMath.sin(StrictMath.PI * x)) - logGamma(1 - x);
        }
        double shifted = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (shifted + i);
        }
        double t = shifted + 7.5;
        return 0.5 * StrictMath.log(2 * StrictMath.PI)
                + (shifted + 0.5) * StrictMath.log(t)
                - t
                + StrictMath.log(sum);
    }

    /// Regularised incomplete beta function `I_x(a, b)`, by Lentz's continued fraction.
    ///
    /// Source: Press et al., Numerical Recipes, 3rd edition, section 6.4.
    ///
    /// @param x in [0, 1]
    static double regularizedBeta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = StrictMath.exp(logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double betaFraction(double x, double a, double b) {
        final double tiny = 1e-300;
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1), tiny);
        double h = d;
        for (int m = 1; m <= 500; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d, tiny);
            c = away(1 + even / c, tiny);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d, tiny);
            c = away(1 + odd / c, tiny);
            double step = d * c;
            h *= step;
            if (StrictMath.abs(step - 1) < 1e-15) {
                return h;
            }
        }
        return h;
    }

    private static double away(double value, double tiny) {
        return StrictMath.abs(value) < tiny ? tiny : value;
    }
}
