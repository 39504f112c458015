package org.luoshi.web.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What editions of the calendar did to running cases, the newest first.
public record RecountsView(List<Edition> editions) {

    /// @param examined clocks that were open
    /// @param affected clocks of which a date moved or became certain
    /// @param lines those that the viewer may see, as far as they are shown
    public record Edition(Instant at, int examined, int affected, List<Line> lines) {}

    /// @param provisional whether the date after may still move
    public record Line(
            String number,
            String title,
            Text clock,
            LocalDate dueBefore,
            LocalDate dueAfter,
            @Nullable LocalDate promisedBefore,
            @Nullable LocalDate promisedAfter,
            boolean provisional) {}
}
