package org.luoshi.process;

import java.util.List;
import org.luoshi.kernel.clock.ClockDay;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.kernel.clock.LegalClock;

/// A clock of a case as it stands, or stood.
///
/// @param run which of the clock, the first being 1; 0 of a clock that runs once
/// @param days each day of the legal limit and why it counts or not
public record ClockStand(LegalClock clock, int run, ClockReading reading, List<ClockDay> days) {
    public ClockStand {
        days = List.copyOf(days);
    }
}
