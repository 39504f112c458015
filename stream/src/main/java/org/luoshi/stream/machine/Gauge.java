package org.luoshi.stream.machine;

import org.luoshi.stream.anomaly.AnomalyDetector;
import org.luoshi.stream.rule.Limit;
import org.luoshi.stream.rule.Measure;
import org.luoshi.stream.rule.Measure.Level;
import org.luoshi.stream.rule.Measure.Rate;
import org.luoshi.stream.rule.Measure.Side;
import org.luoshi.stream.rule.Measure.Strange;
import org.luoshi.stream.rule.Measure.Unchanged;
import org.luoshi.stream.rule.Measure.Unusual;
import org.luoshi.stream.rule.Rule;

/// Reads a rule's measure, and remembers in the state what the next reading needs. The state's last reading is still the
/// one before.
interface Gauge {

    /// @return the measure, or NaN where the reading says nothing yet
    double read(KeyState state, long at, double value);

    static Gauge of(Rule rule) {
        return switch (rule.measure()) {
            case Level(Side _) -> (_, _, value) -> value;
            case Rate rate -> rate(rate);
            case Unchanged(double tolerance) -> unchanged(tolerance);
            case Unusual unusual -> unusual(unusual, rule.raise());
            case Strange() -> Gauge::strange;
        };
    }

    private static Gauge rate(Rate rate) {
        double per = rate.per().toMillis();
        Measure.Trend trend = rate.trend();
        return (state, at, value) -> {
            if (state.lastAt == KeyState.NEVER) return Double.NaN;
            double change = (value - state.lastValue) / (at - state.lastAt) * per;
            return switch (trend) {
                case RISING -> change;
                case FALLING -> -change;
                case EITHER -> Math.abs(change);
            };
        };
    }

    private static Gauge unchanged(double tolerance) {
        return (state, at, value) -> {
            if (!(Math.abs(value - state.restValue) <= tolerance)) {
                state.restValue = value;
                state.restSince = at;
            }
            return (at - state.restSince) / 1000.0;
        };
    }

    private static double strange(KeyState state, long at, double value) {
        if (state.detector == null) state.detector = new AnomalyDetector();
        state.strangeness = state.detector.read(at, value);
        return state.strangeness.strength();
    }

    private static Gauge unusual(Unusual unusual, Limit raise) {
        long offset = unusual.zone().getTotalSeconds();
        return (state, at, value) -> {
            if (state.usual == null) state.usual = new UsualWeek();
            int hour = UsualWeek.hour(Math.floorDiv(at, 1000L) + offset);
            double distance = state.usual.distance(hour, value, unusual);
            if (!state.raised && !(distance >= raise.at())) state.usual.learn(hour, value);
            return distance;
        };
    }
}
