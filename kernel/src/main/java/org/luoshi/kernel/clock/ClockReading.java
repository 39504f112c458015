package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a clock shows at a moment. All days are counted as its legal limit counts them.
///
/// @param on the day of the reading
/// @param limit legal limit with its extension
/// @param used days of it, the day of the reading included
/// @param left days of it, 0 on the last one
/// @param past days past its end; at least 1 once it is missed, 0 before
/// @param due last day by law
/// @param promised last day by promise
/// @param promisePast days past it, counted as the promise counts them
/// @param level null when none holds, and always once the clock has ended
/// @param assumptions what `due` takes for granted
public record ClockReading(
        LocalDate on,
        ClockState state,
        Limit limit,
        int used,
        int left,
        int past,
        ClockDue due,
        @Nullable ClockDue promised,
        int promisePast,
        @Nullable DueLevel level,
        List<Assumption> assumptions) {

    public ClockReading {
        assumptions = List.copyOf(assumptions);
    }

    public boolean overdue() {
        return past > 0;
    }
}
