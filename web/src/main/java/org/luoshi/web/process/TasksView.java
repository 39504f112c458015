package org.luoshi.web.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A to-do list, or what one has done.
///
/// @param open whether it is the to-do list
public record TasksView(boolean open, long count, List<Line> lines, @Nullable Text notice) {

    /// @param due nearest last day of the case's running clocks; null when none runs
    /// @param left days until then, negative when it is past
    /// @param at when the task came up, or was done
    public record Line(
            String number,
            String href,
            String title,
            Text process,
            Text step,
            Text unit,
            @Nullable LocalDate due,
            long left,
            Instant at,
            @Nullable Text action) {}
}
