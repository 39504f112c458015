package org.luoshi.app.demonstration;

import static org.luoshi.tables.Tables.DEMONSTRATION;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/// What the database keeps of the demonstration: how far its clock is from the machine's.
final class DemonstrationRow {

    private DemonstrationRow() {}

    static Optional<Duration> distance(DSLContext database) {
        return database.selectFrom(DEMONSTRATION)
                .fetchOptional(row -> Duration.between(row.getMachineAt(), row.getShownAt()));
    }

    static void keep(DSLContext database, Instant machine, Instant shown) {
        database.insertInto(DEMONSTRATION)
                .set(DEMONSTRATION.MACHINE_AT, machine)
                .set(DEMONSTRATION.SHOWN_AT, shown)
                .onConflict(DEMONSTRATION.SINGLE)
                .doUpdate()
                .set(DEMONSTRATION.MACHINE_AT, machine)
                .set(DEMONSTRATION.SHOWN_AT, shown)
                .execute();
    }
}
