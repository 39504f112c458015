package org.luoshi.web.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The moment whose knowledge a page shows; the present where nothing was asked for.
///
/// @param asked as in the address, e.g. `2025-03-01`; empty for the present
/// @param moment null for the present
public record AsOf(String asked, @Nullable Instant moment) {

    public static final AsOf PRESENT = new AsOf("", null);

    /// Years of more digits, or before our era, are dates to the clock but not to the database.
    private static final String YEAR_FIRST = "[0-9]{4}-.*";

    public boolean past() {
        return moment != null;
    }

    /// Reads `2025-03-01` (all that was known when that day ended) or `2025-03-01T15:30`.
    ///
    /// @throws BadRequest for anything else, and for the future, of which nothing is known
    static AsOf read(@Nullable String asked, ZoneId zone, Instant now) {
        if (asked == null || asked.isBlank()) return PRESENT;
        if (!asked.matches(YEAR_FIRST)) throw new BadRequest("asof.unreadable", asked);
        Instant moment;
        try {
            moment = asked.contains("T")
                    ? LocalDateTime.parse(asked).atZone(zone).toInstant()
                    : LocalDate.parse(asked).plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new BadRequest("asof.unreadable", asked);
        }
        if (asked.contains("T") && moment.isAfter(now)) throw new BadRequest("asof.future", asked);
        if (!moment.isBefore(now)) {
            if (LocalDate.parse(asked).isAfter(now.atZone(zone).toLocalDate())) throw new BadRequest("asof.future", asked);
            return PRESENT;
        }
        return new AsOf(asked, moment);
    }
}
