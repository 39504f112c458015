package org.luoshi.plan;

import java.time.Instant;
import java.util.List;

/// Two states of the plan side by side.
///
/// @param entries what differs, in the plan's order; removed items stay visible here
public record BaselineComparison(Instant from, Instant to, List<Entry> entries) {

    public BaselineComparison {
        entries = List.copyOf(entries);
    }

    /// @param hands who did it and when: the plan's versions in between that touched the item, oldest first
    public record Entry(PlanChange change, List<Hand> hands) {
        public Entry {
            hands = List.copyOf(hands);
        }
    }

    /// @param version number of the plan's version
    public record Hand(int version, long change, Instant at, String by, PlanVersion.Origin origin) {}

    public long count(PlanChange.What what) {
        return entries.stream().filter(e -> e.change().main() == what).count();
    }
}
