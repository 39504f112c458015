package org.luoshi.bench.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.luoshi.bench.detect.NabSeries.Window;

/// The benchmark's own scoring: Lavin and Ahmad 2015, and `nab/sweeper.py` of NAB 1.1.
///
/// A detection early in a window counts nearly 1, at its end nearly 0; only the best of a window counts. One outside costs
/// up to `falsePositive`, the more the further after a window; a window without any costs `falseNegative`. The score is
/// between that of no detections, 0, and that of perfect ones, 100.
///
/// @param truePositive  weight of a detection
/// @param falsePositive cost of one outside of all windows
/// @param falseNegative cost of a window missed
record NabScore(String name, double truePositive, double falsePositive, double falseNegative) {

    static final NabScore STANDARD = new NabScore("standard", 1, 0.11, 1);
    static final NabScore FEW_FALSE = new NabScore("reward low FP rate", 1, 0.22, 1);
    static final NabScore FEW_MISSED = new NabScore("reward low FN rate", 1, 0.11, 2);

    /// @param threshold at and above which a row is a detection
    record Best(double score, double threshold) {}

    /// A scored row.
    ///
    /// @param window number of its window in all series, -1 outside
    /// @param worth  what a detection of it adds
    private record Row(double strength, int window, double worth) {}

    /// The best score that one threshold for all series gives.
    ///
    /// @param strengths of each series' rows
    Best best(List<NabSeries> series, List<double[]> strengths) {
        List<Row> rows = rows(series, strengths);
        rows.sort(Comparator.comparingDouble(Row::strength).reversed());
        double[] found = new double[windows(series)];
        Arrays.fill(found, -falseNegative);
        double total = -falseNegative * found.length;
        double most = total;
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.window < 0) total += row.worth;
            else if (found[row.window] == -falseNegative || row.worth > found[row.window]) {
                total += row.worth - found[row.window];
                found[row.window] = row.worth;
            }
            boolean lastOfItsStrength = i + 1 == rows.size() || rows.get(i + 1).strength < row.strength;
            if (lastOfItsStrength && total > most) {
                most = total;
                threshold = row.strength;
            }
        }
        return new Best(normalised(most, found.length), threshold);
    }

    /// What a given threshold adds over all windows of these series, not normalised.
    double raw(List<NabSeries> series, List<double[]> strengths, double threshold) {
        double[] found = new double[windows(series)];
        Arrays.fill(found, Double.NEGATIVE_INFINITY);
        double total = 0;
        for (Row row : rows(series, strengths)) {
            if (row.strength < threshold) continue;
            if (row.window < 0) total += row.worth;
            else found[row.window] = Math.max(found[row.window], row.worth);
        }
        for (double worth : found) total += worth == Double.NEGATIVE_INFINITY ? -falseNegative : worth;
        return total;
    }

    /// @param windows in all series scored
    double normalised(double raw, int windows) {
        return 100 * (raw + falseNegative * windows) / ((truePositive + falseNegative) * windows);
    }

    static int windows(List<NabSeries> series) {
        return series.stream().mapToInt(it -> it.windows().size()).sum();
    }

    private List<Row> rows(List<NabSeries> all, List<double[]> strengths) {
        List<Row> rows = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < all.size(); i++) {
            NabSeries series = all.get(i);
            for (int row = series.probation(); row < series.size(); row++)
                rows.add(row(series.windows(), before, row, strengths.get(i)[row]));
            before += series.windows().size();
        }
        return rows;
    }

    private Row row(List<Window> windows, int before, int row, double strength) {
        int latest = -1;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (window.holds(row)) {
                double place = -(window.last() - row + 1.0) / window.size();
                return new Row(strength, before + i, truePositive * sigmoid(place) / sigmoid(-1));
            }
            if (row > window.last()) latest = i;
        }
        if (latest < 0) return new Row(strength, -1, -falsePositive);
        Window window = windows.get(latest);
        return new Row(strength, -1, falsePositive * sigmoid((row - window.last()) / (window.size() - 1.0)));
    }

    /// From 1 far before the end of a window to -1 far after it.
    private static double sigmoid(double place) {
        return place > 3 ? -1 : 2 / (1 + Math.exp(5 * place)) - 1;
    }
}
