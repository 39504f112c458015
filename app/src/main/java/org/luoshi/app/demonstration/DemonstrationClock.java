package org.luoshi.app.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The machine's clock, moved by a fixed distance, or standing still while history is being entered.
///
/// Without a demonstration the distance is zero and this is the machine's clock.
public final class DemonstrationClock extends Clock {

    private final Clock machine;
    private volatile Duration distance;
    private volatile @Nullable Instant standing;

    public DemonstrationClock(Clock machine, Duration distance) {
        this.machine = machine;
        this.distance = distance;
    }

    /// Stands at the moment until told otherwise.
    void standAt(Instant moment) {
        standing = moment;
    }

    /// Runs on from the moment.
    void runFrom(Instant moment) {
        distance = Duration.between(machine.instant(), moment);
        standing = null;
    }

    Instant machineNow() {
        return machine.instant();
    }

    @Override
    public Instant instant() {
        Instant still = standing;
        return still != null ? still : machine.instant().plus(distance);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemonstrationClock(machine.withZone(zone), distance);
    }
}
