package org.luoshi.web.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField.Option;

/// The calendars of an account.
///
/// @param units for which one may be made, beside that of one's own tasks
/// @param made address of the one that was just made, shown this once; null where none was
public record CalendarsView(List<Line> lines, List<Option> units, @Nullable String made) {

    /// @param unit null for one's own tasks
    public record Line(
            String id, @Nullable Text unit, Text language, Instant createdAt, @Nullable Instant revokedAt) {}
}
