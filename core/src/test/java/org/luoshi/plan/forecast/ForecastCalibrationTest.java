package org.luoshi.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Calibration on simulated histories with seeds that no setting was fitted to. With `-Dluoshi.report=FILE` the
/// tables are written there.
class ForecastCalibrationTest {

    private static final int EACH = Integer.getInteger("luoshi.simulations", 150);

    @Test
    void theForecastBeatsTheStraightLineOnHeldOutHistories() throws IOException {
        Map<String, Map<String, Reliability>> results = Contest.run(candidates(), 1, EACH);
        double ours = results.get("ours").get("all").brier();
        assertThat(ours).isLessThan(results.get("linear 0/1").get("all").brier() * 0.75);
        assertThat(ours).isLessThan(results.get("linear softened").get("all").brier() * 0.95);
        assertThat(ours).isLessThan(0.25 * 0.75);
        assertThat(results.get("ours").get("all").calibrationError()).isLessThan(0.08);
        String file = System.getProperty("luoshi.report");
        if (file != null) {
            Files.writeString(Path.of(file), report(results));
        }
    }

    private static Map<String, Contest.Candidate> candidates() {
        Map<String, Contest.Candidate> candidates = new LinkedHashMap<>();
        Forecaster forecaster = new Forecaster();
        candidates.put(
                "ours",
                (one, known) -> ((Outlook.Chance) forecaster.outlook(known, one.aim(), one.whole())).chance());
        candidates.put(
                "walk only", (one, known) -> Contest.ours(Forecaster.WALK, Forecaster.WALK, one, known));
        candidates.put(
                "counts only", (one, known) -> Contest.ours(Forecaster.COUNTS, Forecaster.WALK, one, known));
        candidates.put(
                "block bootstrap",
                (one, known) -> BlockBootstrap.chance(
                        new History(known).changes(one.aim().from(), one.aim().baseline()), known.getLast(), one.aim()));
        candidates.put("linear 0/1", (one, known) -> Contest.linear(one, known, 1));
        candidates.put("linear softened", (one, known) -> Contest.linear(one, known, 0.85));
        return candidates;
    }

    private static String report(Map<String, Map<String, Reliability>> results) {
        StringBuilder text = new StringBuilder("## Brier score (smaller is better)\n\n| history |");
        results.keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append(" reached |\n|---|").append("---|".repeat(results.size() + 1)).append('\n');
        for (String kind : results.get("ours").keySet()) {
            text.append("| ").append(kind).append(" |");
            results.values().forEach(of -> text.append(number(" %.4f |", of.get(kind).brier())));
            text.append(number(" %.0f %% |\n", 100 * results.get("ours").get(kind).frequency()));
        }
        text.append("\nMean distance of said and seen (ten bins):");
        results.forEach((name, of) -> text.append(' ').append(name).append(number(" %.3f;", of.get("all").calibrationError())));
        text.append("\n\n## Reliability of ours, all histories\n\n| said, mean | seen | forecasts |\n|---|---|---|\n");
        for (Reliability.Bin bin : results.get("ours").get("all").bins()) {
            text.append(String.format(
                    Locale.ROOT, "| %.1f %% | %.1f %% | %d |%n", 100 * bin.said(), 100 * bin.seen(), bin.count()));
        }
        return text.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
