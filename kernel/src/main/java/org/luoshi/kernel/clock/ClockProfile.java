package org.luoshi.kernel.clock;

import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// The clocks of one law, or of one pack.
///
/// @param id snake_case
/// @param clocks with ids of their own
public record ClockProfile(String id, Text title, List<ClockDefinition> clocks) {

    public ClockProfile {
        clocks = List.copyOf(clocks);
        long ids = clocks.stream().map(ClockDefinition::id).distinct().count();
        if (ids < clocks.size()) throw new IllegalArgumentException("profile %s names a clock twice".formatted(id));
    }

    public Optional<ClockDefinition> clock(String id) {
        return clocks.stream().filter(clock -> clock.id().equals(id)).findFirst();
    }
}
