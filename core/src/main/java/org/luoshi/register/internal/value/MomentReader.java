package org.luoshi.register.internal.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moments: a date as [DateReader] takes it with a time of day, or ISO 8601 with its offset.
public final class MomentReader {

    private static final Pattern LOCAL = Pattern.compile(
            "(.+?)(?:T|\\s+|(?<=[日号]))(\\d{1,2})(?::|时|点)(\\d{1,2})(?:分|(?::(\\d{1,2})(?:\\.(\\d{1,6})\\d*)?)|分(\\d{1,2})秒)?");

    private MomentReader() {}

    /// @param zone of a time without offset
    public static Instant read(String text, ZoneId zone) throws BadValue {
        String plain = Plain.halfWidth(text);
        if (plain.endsWith("Z") || plain.matches(".*T.*[+-]\\d{2}:?\\d{2}")) {
            try {
                return OffsetDateTime.parse(plain).toInstant().truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeParseException e) {
                throw new BadValue("「%s」不是时刻".formatted(text), "\"%s\" is not a moment: %s".formatted(text, e.getMessage()));
            }
        }
        Matcher parts = LOCAL.matcher(plain);
        if (!parts.matches()) {
            throw new BadValue(
                    "「%s」不是时刻；写作 2025-03-05 14:30".formatted(text),
                    "\"%s\" is not a moment; write 2025-03-05 14:30".formatted(text));
        }
        String seconds = parts.group(4) != null ? parts.group(4) : parts.group(6);
        String fraction = parts.group(5);
        try {
            LocalTime time = LocalTime.of(
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    seconds == null ? 0 : Integer.parseInt(seconds),
                    fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6)) * 1000);
            return DateReader.read(parts.group(1)).atTime(time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new BadValue("「%s」没有这个钟点".formatted(text), "\"%s\" has no such time: %s".formatted(text, e.getMessage()));
        }
    }
}
