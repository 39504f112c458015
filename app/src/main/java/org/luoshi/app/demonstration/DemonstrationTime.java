package org.luoshi.app.demonstration;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Deadlines;
import org.luoshi.web.shell.DemoTime;

/// Moves the demonstration's clock on, and lets happen what the law then does by itself.
final class DemonstrationTime implements DemoTime {

    private final DSLContext database;
    private final DemonstrationClock clock;
    private final Deadlines deadlines;
    private final CaseOperations operations;

    DemonstrationTime(
            DSLContext database, DemonstrationClock clock, Deadlines deadlines, CaseOperations operations) {
        this.database = database;
        this.clock = clock;
        this.deadlines = deadlines;
        this.operations = operations;
    }

    @Override
    public void forward(int days) {
        Instant moment = clock.instant().plus(Duration.ofDays(days));
        DemonstrationRow.keep(database, clock.machineNow(), moment);
        clock.runFrom(moment);
        deadlines.run();
        operations.releaseAbandoned();
    }
}
