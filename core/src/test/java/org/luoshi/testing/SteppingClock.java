package org.luoshi.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is told to move, in the city's time zone.
public final class SteppingClock extends Clock {

    public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now;

    public SteppingClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /// @param local date and time in the city, e.g. `2025-03-01T09:00`
    public static SteppingClock at(String local) {
        return new SteppingClock(java.time.LocalDateTime.parse(local).atZone(CITY).toInstant());
    }

    public void advance(Duration step) {
        now.updateAndGet(moment -> moment.plus(step));
    }

    public void moveTo(Instant moment) {
        now.set(moment);
    }

    /// To ten in the morning of a day.
    public void day(String day) {
        moveTo(java.time.LocalDate.parse(day).atTime(10, 0).atZone(CITY).toInstant());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return CITY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }
}
