package org.luoshi.plan.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The chance of arriving on time.
///
/// Whole, never falling figures are counts and blend [CountRate] with [DriftingWalk]; all others walk. The settings
/// were fitted on simulated histories with even seeds and measured on odd ones: `ForecastCalibrationTest`, report in
/// `bench/results`. What the method does not know: seasons, budgets, announced openings.
public final class Forecaster {

    /// Changes of the figure below which nothing is forecast: two parameters and a spread are estimated.
    public static final int NEEDED = 4;

    private static final int BAND_POINTS = 12;
    private static final double MONTH = 30.4375;

    static final DriftingWalk WALK = new DriftingWalk(150, 30, 1.0, 0.8, 1.2);
    static final CountRate COUNTS = new CountRate(150, 30, 1.0, 2.0, 2, 1.44);

    private final Method counts;
    private final Method levels;

    public Forecaster() {
        this(new Blend(WALK, COUNTS), WALK);
    }

    Forecaster(Method counts, Method levels) {
        this.counts = counts;
        this.levels = levels;
    }

    /// @param readings as known now, any order
    /// @param whole whether the figure counts things, so that it is a whole number that should not fall
    public Outlook outlook(List<Reading> readings, Aim aim, boolean whole) {
        if (readings.isEmpty()) {
            return new Outlook.TooFewChanges(0, NEEDED);
        }
        History history = new History(readings);
        Reading last = history.last();
        if (!last.on().isBefore(aim.by())) {
            return new Outlook.NothingAhead();
        }
        List<History.Change> changes = history.changes(aim.from(), aim.baseline());
        if (changes.size() < NEEDED) {
            return new Outlook.TooFewChanges(changes.size(), NEEDED);
        }
        Method method = method(aim, whole);
        double chance = aim.chance(method.ahead(changes, last, aim, aim.by()));
        double days = changes.stream().mapToDouble(History.Change::days).sum();
        double moved = changes.stream().mapToDouble(History.Change::by).sum();
        return new Outlook.Chance(
                BigDecimal.valueOf(Math.clamp(chance, 0, 1)).setScale(4, RoundingMode.HALF_EVEN).doubleValue(),
                moved / days * MONTH,
                (int) Math.max(1, Math.round(days / MONTH)));
    }

    /// The band of a chart, from the newest reading to the end; empty where [#outlook] gives no chance.
    public List<BandPoint> band(List<Reading> readings, Aim aim, boolean whole) {
        if (!(outlook(readings, aim, whole) instanceof Outlook.Chance)) {
            return List.of();
        }
        History history = new History(readings);
        Reading last = history.last();
        List<History.Change> changes = history.changes(aim.from(), aim.baseline());
        Method method = method(aim, whole);
        // What was counted is not expected to be taken back.
        double floor = method == counts ? last.value() : Double.NEGATIVE_INFINITY;
        long days = last.on().until(aim.by(), ChronoUnit.DAYS);
        long points = Math.min(BAND_POINTS, days);
        List<BandPoint> band = new ArrayList<>();
        band.add(new BandPoint(last.on(), last.value(), last.value(), last.value()));
        for (long i = 1; i <= points; i++) {
            LocalDate day = last.on().plusDays(days * i / points);
            Predictive ahead = method.ahead(changes, last, aim, day);
            band.add(new BandPoint(
                    day,
                    Math.max(floor, ahead.quantile(0.1)),
                    Math.max(floor, ahead.quantile(0.5)),
                    Math.max(floor, ahead.quantile(0.9))));
        }
        return band;
    }

    private Method method(Aim aim, boolean whole) {
        return whole && aim.reach() instanceof Aim.Reach.AtLeast ? counts : levels;
    }
}
