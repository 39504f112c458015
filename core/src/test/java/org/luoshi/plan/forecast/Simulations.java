package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Generators of made-up histories. Targets are set without looking at what comes: about half are reached.
final class Simulations {

    static final List<String> KINDS = List.of(
            "steady", "bursty", "year-end rush", "stalled", "level shift", "late corrections", "measured level", "falling level");

    private final SplittableRandom random;

    Simulations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    SimulatedCommitment next(String kind) {
        double rate = Math.exp(random.nextDouble(Math.log(1.5), Math.log(20)));
        double target = Math.max(3, Math.rint(12 * rate * Math.exp(0.3 * gaussian())));
        return switch (kind) {
            case "steady" -> counted(kind, target, flat(rate), 1);
            case "bursty" -> counted(kind, target, flat(rate), 4 + random.nextDouble() * 6);
            case "year-end rush" -> counted(kind, target, rush(rate), 1.5);
            case "stalled" -> counted(kind, target, stalled(rate), 1.5);
            case "level shift" -> counted(kind, target, shifted(rate), 1.5);
            case "late corrections" -> corrected(kind, target, flat(rate));
            case "measured level" -> measured(kind, true);
            case "falling level" -> measured(kind, false);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private SimulatedCommitment counted(String kind, double target, double[] rates, double clump) {
        double[] values = new double[12];
        double sum = 0;
        for (int m = 0; m < 12; m++) {
            sum += count(rates[m], clump);
            values[m] = sum;
        }
        Aim aim = new Aim(SimulatedCommitment.FROM, 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(target));
        return new SimulatedCommitment(kind, aim, true, SimulatedCommitment.knownAtOnce(values), sum);
    }

    private double[] flat(double rate) {
        double[] rates = new double[12];
        java.util.Arrays.fill(rates, rate);
        return rates;
    }

    private double[] rush(double rate) {
        double[] rates = new double[12];
        double rush = 1.5 + random.nextDouble() * 2;
        for (int m = 0; m < 12; m++) {
            rates[m] = rate * (m == 1 ? 0.5 : m == 5 ? 1.3 : m >= 10 ? rush : 0.85);
        }
        return rates;
    }

    private double[] stalled(double rate) {
        double[] rates = flat(rate);
        int from = 2 + random.nextInt(7);
        int to = random.nextInt(3) == 0 ? from + 2 + random.nextInt(3) : 12;
        for (int m = from; m < Math.min(to, 12); m++) {
            rates[m] = rate * 0.05;
        }
        return rates;
    }

    private double[] shifted(double rate) {
        double[] rates = flat(rate);
        double factor = Math.exp(0.7 * gaussian());
        for (int m = 2 + random.nextInt(8); m < 12; m++) {
            rates[m] = rate * factor;
        }
        return rates;
    }

    /// 20 % of the events are told one or two months late, 8 % are withdrawn two months after.
    private SimulatedCommitment corrected(String kind, double target, double[] rates) {
        int[][] told = new int[12][15];
        for (int m = 0; m < 12; m++) {
            for (int event = (int) count(rates[m], 1.2); event > 0; event--) {
                int from = m + (random.nextDouble() < 0.2 ? 1 + random.nextInt(2) : 0);
                told[m][from]++;
                if (random.nextDouble() < 0.08) {
                    told[m][Math.min(from + 2, 14)]--;
                }
            }
        }
        List<List<Reading>> known = new ArrayList<>();
        for (int now = 0; now < 12; now++) {
            known.add(asKnown(told, now));
        }
        double arrived = asKnown(told, 14).get(11).value();
        Aim aim = new Aim(SimulatedCommitment.FROM, 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(target));
        return new SimulatedCommitment(kind, aim, true, known, arrived);
    }

    private static List<Reading> asKnown(int[][] told, int now) {
        List<Reading> readings = new ArrayList<>();
        double sum = 0;
        for (int m = 0; m <= Math.min(now, 11); m++) {
            for (int t = 0; t <= now; t++) {
                sum += told[m][t];
            }
            readings.add(new Reading(SimulatedCommitment.endOf(m + 1), sum));
        }
        return readings;
    }

    /// A share or an amount that drifts with noise and an occasional jump; measured every month.
    private SimulatedCommitment measured(String kind, boolean up) {
        double drift = 0.6 + 0.5 * gaussian();
        double noise = 0.3 + random.nextDouble() * 0.9;
        double[] values = new double[12];
        double level = 0;
        for (int m = 0; m < 12; m++) {
            level += drift + noise * gaussian() + (random.nextInt(20) == 0 ? 2 * gaussian() : 0);
            values[m] = 60 + (up ? level : -level);
        }
        double way = Math.max(1, 12 * 0.6 * Math.exp(0.3 * gaussian()));
        Aim.Reach reach = up ? new Aim.Reach.AtLeast(60 + way) : new Aim.Reach.AtMost(60 - way);
        Aim aim = new Aim(SimulatedCommitment.FROM, 60, LocalDate.of(2025, 12, 31), reach);
        return new SimulatedCommitment(kind, aim, false, SimulatedCommitment.knownAtOnce(values), values[11]);
    }

    /// Poisson for `clump` 1, else negative binomial with variance = clump × mean.
    private double count(double mean, double clump) {
        return poisson(clump <= 1 ? mean : gamma(mean / (clump - 1)) * (clump - 1));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean % 500);
        int n = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }

    /// Marsaglia and Tsang 2000.
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private double gaussian() {
        double u = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return u * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
