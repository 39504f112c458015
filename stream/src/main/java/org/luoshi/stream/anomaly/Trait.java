package org.luoshi.stream.anomaly;

/// What of the readings may be strange. Each is judged by its own past alone.
public enum Trait {
    /// The reading itself.
    LEVEL(true),
    /// The size of the change from the reading before.
    STEP(false),
    /// The mean of the last readings: a shift or drift that no single one of them shows.
    MEAN_OF_5(true),
    MEAN_OF_20(true),
    MEAN_OF_60(true),
    /// The distance from the mean of the same quarter of an hour on past days.
    TIME_OF_DAY(false),
    /// The distance of the last 24 readings from the third most similar stretch of the past.
    SHAPE(false);

    private final boolean low;

    Trait(boolean low) {
        this.low = low;
    }

    /// Whether small values are strange too, not large ones only.
    boolean low() {
        return low;
    }

    /// @return the trait after the newest reading, or NaN before there are enough of them
    double of(LastReadings recent, UsualDay day) {
        return switch (this) {
            case LEVEL -> recent.back(0);
            case STEP -> recent.size() < 2 ? Double.NaN : Math.abs(recent.back(0) - recent.back(1));
            case MEAN_OF_5 -> recent.mean(5);
            case MEAN_OF_20 -> recent.mean(20);
            case MEAN_OF_60 -> recent.mean(60);
            case TIME_OF_DAY -> day.distance();
            case SHAPE -> recent.unlikeness(24);
        };
    }
}
