package org.luoshi.web.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.WrittenTime;

/// The moment whose knowledge a page shows; the present where nothing was asked for.
///
/// @param asked in one way of writing whatever way it was asked in, e.g. `2025-03-01`; empty for the present
/// @param moment null for the present
public record AsOf(String asked, @Nullable Instant moment) {

    public static final AsOf PRESENT = new AsOf("", null);

    /// Before this nothing can be known, and the database's clock does not reach much further.
    private static final int EARLIEST_YEAR = 1900;

    public boolean past() {
        return moment != null;
    }

    /// Reads a day (all that was known when it ended) or a minute, written in any way that forms and imports take.
    ///
    /// @throws BadRequest for anything else, and for the future, of which nothing is known
    public static AsOf read(@Nullable String asked, ZoneId zone, Instant now) {
        if (asked == null || asked.isBlank()) return PRESENT;
        Optional<LocalDate> day = WrittenTime.day(asked);
        if (day.isPresent()) return ofDay(day.get(), asked, zone, now);
        Instant moment = WrittenTime.moment(asked, zone).orElseThrow(() -> new BadRequest("asof.unreadable", asked));
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        if (local.getYear() < EARLIEST_YEAR) throw new BadRequest("asof.unreadable", asked);
        if (moment.isAfter(now)) throw new BadRequest("asof.future", asked);
        return new AsOf(local.toString(), moment);
    }

    private static AsOf ofDay(LocalDate day, String asked, ZoneId zone, Instant now) {
        if (day.getYear() < EARLIEST_YEAR) throw new BadRequest("asof.unreadable", asked);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (day.isAfter(today)) throw new BadRequest("asof.future", asked);
        if (day.equals(today)) return PRESENT;
        return new AsOf(day.toString(), day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS));
    }
}
