package org.luoshi.stream.rule;

import java.time.Duration;

/// How far a measure must go, in how many readings in a row, and for how long from the first of them to the last.
///
/// The dwell is time between readings: that no reading came proves nothing. One reading that does not reach the limit
/// begins it anew.
///
/// @param at       in the measure's unit; reaching it is enough
/// @param readings in a row, at least 1
/// @param dwell    from the first of them to the last, 0 or more
public record Limit(double at, int readings, Duration dwell) {

    public Limit {
        if (Double.isNaN(at)) throw new IllegalArgumentException("a limit must be a number");
        if (readings < 1) throw new IllegalArgumentException("need at least 1 reading in a row, got " + readings);
        if (dwell.isNegative()) throw new IllegalArgumentException("negative dwell " + dwell);
    }

    public static Limit at(double limit) {
        return new Limit(limit, 1, Duration.ZERO);
    }

    public Limit times(int inARow) {
        return new Limit(at, inARow, dwell);
    }

    public Limit lasting(Duration length) {
        return new Limit(at, readings, length);
    }
}
