package org.luoshi.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An interval of time as OGC writes it: `2025-03-01`, `2025-03-01T09:00:00Z`, `2025-01-01/2025-03-31`, `2025-01-01/..`.
///
/// @param from and `to` belong to it; null where it is open
public record TimeSpan(@Nullable Instant from, @Nullable Instant to, ZoneId zone) {

    private static final int LATEST_YEAR = 9999;

    static Optional<TimeSpan> read(String text, ZoneId zone) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2 || (ends.length == 1 && isOpen(ends[0]))) return Optional.empty();
        try {
            Instant from = isOpen(ends[0]) ? null : begin(ends[0], zone);
            String last = ends[ends.length - 1];
            Instant to = isOpen(last) ? null : end(last, zone);
            boolean backwards = from != null && to != null && from.isAfter(to);
            return backwards || (from == null && to == null) ? Optional.empty() : Optional.of(new TimeSpan(from, to, zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    public @Nullable LocalDate firstDay() {
        return from == null ? null : from.atZone(zone).toLocalDate();
    }

    public @Nullable LocalDate lastDay() {
        return to == null ? null : to.atZone(zone).toLocalDate();
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant begin(String end, ZoneId zone) {
        return end.indexOf('T') < 0 ? day(end).atStartOfDay(zone).toInstant() : moment(end);
    }

    /// A day lasts until its last microsecond.
    private static Instant end(String end, ZoneId zone) {
        return end.indexOf('T') < 0
                ? day(end).plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS)
                : moment(end);
    }

    private static LocalDate day(String text) {
        return inReach(LocalDate.parse(text));
    }

    private static Instant moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        inReach(moment.toLocalDate());
        return moment.toInstant();
    }

    private static LocalDate inReach(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LATEST_YEAR) throw new DateTimeException("out of reach: " + day);
        return day;
    }
}
