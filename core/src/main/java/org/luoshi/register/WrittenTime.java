package org.luoshi.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.DateReader;
import org.luoshi.register.internal.value.MomentReader;
import org.luoshi.register.internal.value.Plain;

/// Days and moments as people write them, read alike wherever somebody writes one: in forms, imports and addresses.
public final class WrittenTime {

    private WrittenTime() {}

    /// E.g. 2025-09-21, 2025/9/21, 20250921, ２０２５年９月２１日, 二〇二五年九月二十一日; empty for what is no day.
    public static Optional<LocalDate> day(String text) {
        try {
            String trimmed = Plain.trim(text);
            return trimmed.isEmpty() ? Optional.empty() : Optional.of(DateReader.read(trimmed));
        } catch (BadValue _) {
            return Optional.empty();
        }
    }

    /// E.g. 2025-09-21T15:30, 2025年9月21日15时30分; empty for what is no moment, a day alone included.
    ///
    /// @param zone of a time without offset
    public static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            return Optional.of(MomentReader.read(Plain.trim(text), zone));
        } catch (BadValue _) {
            return Optional.empty();
        }
    }
}
