package org.luoshi.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an edition of the calendar did to running cases.
///
/// @param examined clocks that were open
/// @param affected clocks of which a date moved or became certain
/// @param shown the first of them
public record Recount(Instant finishedAt, int examined, int affected, List<Line> shown) {

    public Recount {
        shown = List.copyOf(shown);
    }

    /// One clock by the calendar before and after.
    ///
    /// @param provisional whether the date after may still move
    public record Line(
            CaseFile file,
            String clock,
            LocalDate dueBefore,
            LocalDate dueAfter,
            @Nullable LocalDate promisedBefore,
            @Nullable LocalDate promisedAfter,
            boolean provisional) {

        public boolean moved() {
            return !dueBefore.equals(dueAfter);
        }
    }
}
