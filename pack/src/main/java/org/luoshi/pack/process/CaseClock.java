package org.luoshi.pack.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.SuspensionCause;

/// A legal clock of a process and what moves it.
///
/// @param definition the clock as the kernel counts it; its named events are written triggers
/// @param starts what starts it
/// @param stops what ends it
/// @param suspends what suspends it → the cause, one of the clock's terms
/// @param resumes what lets it run on
/// @param expiry what the law does by itself when the limit has passed, as 逾期未告知的视为受理; empty for nothing. Clocks
///     that it starts count from the start of this one
/// @param again whether it starts anew each time its start happens after it has ended: each run is a limit of its own
public record CaseClock(
        ClockDefinition definition,
        Trigger starts,
        Set<Trigger> stops,
        Map<Trigger, String> suspends,
        Set<Trigger> resumes,
        Optional<Trigger.Acted> expiry,
        boolean again) {

    public CaseClock {
        stops = Set.copyOf(stops);
        suspends = Map.copyOf(suspends);
        resumes = Set.copyOf(resumes);
    }

    public String id() {
        return definition.id();
    }

    /// Causes, by all terms, for which this stops the clock.
    Stream<SuspensionCause> causes(Trigger trigger) {
        String cause = suspends.get(trigger);
        return cause == null
                ? Stream.empty()
                : definition.terms().stream().flatMap(terms -> terms.cause(cause).stream());
    }
}
