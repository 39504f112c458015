package org.luoshi.stream.machine;

import java.time.Duration;

/// How readings may arrive.
///
/// @param lateness how much older than its sensor's newest a reading may be and still revise what was found; 0 keeps
///                 nothing for it, which is fastest
/// @param ahead    how far sensors' clocks may be ahead of the log's
/// @param behind   the age beyond which a reading's time is taken for a wrong clock
public record Arrival(Duration lateness, Duration ahead, Duration behind) {

    /// In order, at most 5 minutes ahead and 30 days old.
    public static final Arrival IN_ORDER = new Arrival(Duration.ZERO, Duration.ofMinutes(5), Duration.ofDays(30));

    public Arrival {
        if (lateness.isNegative() || ahead.isNegative() || behind.compareTo(lateness) < 0)
            throw new IllegalArgumentException(
                    "need 0 <= lateness <= behind and ahead >= 0, got %s, %s, %s".formatted(lateness, behind, ahead));
    }

    public Arrival late(Duration allowed) {
        return new Arrival(allowed, ahead, behind);
    }
}
