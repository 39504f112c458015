package org.luoshi.pack.process;

import java.util.Map;
import java.util.Set;
import org.luoshi.kernel.clock.ClockDefinition;

/// A legal clock of a process and what moves it.
///
/// @param definition the clock as the kernel counts it; its named events are written triggers
/// @param starts what starts it
/// @param stops what ends it
/// @param suspends what suspends it → the cause, one of the clock's terms
/// @param resumes what lets it run on
public record CaseClock(
        ClockDefinition definition,
        Trigger starts,
        Set<Trigger> stops,
        Map<Trigger, String> suspends,
        Set<Trigger> resumes) {

    public CaseClock {
        stops = Set.copyOf(stops);
        suspends = Map.copyOf(suspends);
        resumes = Set.copyOf(resumes);
    }

    public String id() {
        return definition.id();
    }
}
