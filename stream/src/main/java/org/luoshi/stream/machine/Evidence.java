package org.luoshi.stream.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.luoshi.stream.anomaly.Share;

/// What shows that a transition is right.
public sealed interface Evidence {

    /// Readings in a row that reached the limit.
    ///
    /// @param since    moment of the first of them
    /// @param readings how many
    /// @param first    value of the first
    /// @param last     value of the one that decided
    /// @param measured what the rule measured of it
    /// @param furthest the measure furthest beyond the limit
    /// @param limit    that they reached
    /// @param margin   how far `furthest` is beyond it, 0 or more, in the measure's unit
    record Run(
            Instant since,
            int readings,
            double first,
            double last,
            double measured,
            double furthest,
            double limit,
            double margin)
            implements Evidence {}

    /// A reading that was strange by its sensor's past.
    ///
    /// @param run    of readings whose strength reached the limit
    /// @param shares what made the one that decided strange, the largest first
    record Strange(Run run, List<Share> shares) implements Evidence {
        public Strange {
            shares = List.copyOf(shares);
        }
    }

    /// Nothing was heard.
    ///
    /// @param last  moment of the last reading before
    /// @param value of that reading
    /// @param allowed how long nothing need be heard
    record Silence(Instant last, double value, Duration allowed) implements Evidence {}
}
