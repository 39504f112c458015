package org.luoshi.stream.rule;

import java.time.Duration;
import java.time.ZoneOffset;

/// What of a sensor's readings a rule judges: one number a reading, or none yet.
public sealed interface Measure {

    /// 1 where more is worse, -1 where less is.
    default int sign() {
        return 1;
    }

    /// The value itself, in its own unit.
    record Level(Side side) implements Measure {
        @Override
        public int sign() {
            return side == Side.ABOVE ? 1 : -1;
        }
    }

    /// How fast the value changes from one reading to the next.
    ///
    /// @param trend which way counts; the other way measures below 0
    /// @param per   the time by which it is told, such as an hour
    record Rate(Trend trend, Duration per) implements Measure {
        public Rate {
            if (per.toMillis() < 1) throw new IllegalArgumentException("a rate needs a time, got " + per);
        }
    }

    /// For how many seconds the value has not moved: a stuck sensor.
    ///
    /// @param tolerance how far from where it stopped is not moving, in the value's unit
    record Unchanged(double tolerance) implements Measure {
        public Unchanged {
            if (!(tolerance >= 0)) throw new IllegalArgumentException("negative tolerance " + tolerance);
        }
    }

    /// How far the value is from what is usual at this hour of this weekday, in standard deviations of that hour.
    ///
    /// What reaches the limit that raises is not learnt from, nor is what comes until it clears.
    ///
    /// @param zone   of hours and weekdays
    /// @param readings of an hour before it is judged, 2 to 100; older than 100 are gradually forgotten
    /// @param spread the least standard deviation assumed, above 0, in the value's unit
    record Unusual(ZoneOffset zone, int readings, double spread) implements Measure {

        /// Readings of an hour after which the oldest lose their weight.
        public static final int MEMORY = 100;

        public Unusual {
            if (readings < 2 || readings > MEMORY) throw new IllegalArgumentException("need 2 to 100 readings, got " + readings);
            if (!(spread > 0)) throw new IllegalArgumentException("the least spread must be above 0, got " + spread);
        }
    }

    /// How strange the reading is by the sensor's own past: the strength that
    /// [AnomalyDetector][org.luoshi.stream.anomaly.AnomalyDetector] gives it. It learns from all readings.
    record Strange() implements Measure {}

    /// On which side of its limit a value is bad.
    enum Side {
        ABOVE,
        BELOW
    }

    /// Which change counts.
    enum Trend {
        RISING,
        FALLING,
        EITHER
    }
}
