package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luoshi.kernel.text.Text;

/// A clock that a law or a pack declares.
///
/// @param id snake_case
/// @param startedBy the named event from which it counts, for example `accepted`
/// @param endedBy the named events that end it in time or late, for example `decided`; never empty
/// @param terms one for each time, none overlapping another
public record ClockDefinition(
        String id, Text title, ClockHolder holder, String startedBy, Set<String> endedBy, List<ClockTerms> terms) {

    public ClockDefinition {
        endedBy = Set.copyOf(endedBy);
        terms = List.copyOf(terms);
        if (endedBy.isEmpty()) throw new IllegalArgumentException("nothing ends the clock " + id);
        for (int i = 0; i < terms.size(); i++)
            for (ClockTerms later : terms.subList(i + 1, terms.size()))
                if (later.inForce().overlaps(terms.get(i).inForce()))
                    throw new IllegalArgumentException("clock %s has two terms: %s and %s"
                            .formatted(id, terms.get(i).inForce(), later.inForce()));
    }

    /// The terms by which a clock runs that starts on `date`; empty when no law was in force.
    public Optional<ClockTerms> termsOn(LocalDate date) {
        return terms.stream().filter(it -> it.inForce().contains(date)).findFirst();
    }
}
