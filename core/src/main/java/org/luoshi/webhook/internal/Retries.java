package org.luoshi.webhook.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait after each failed attempt; after the last a delivery is dead: about a day in all.
final class Retries {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(14));

    private Retries() {}

    /// @param attempts made so far, from 1
    /// @return empty where it is given up
    static Optional<Duration> after(int attempts) {
        return attempts > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(attempts - 1));
    }
}
