package org.luoshi.observation;

import static org.luoshi.tables.Tables.OBSERVATION;
import static org.luoshi.tables.Tables.OBSERVATION_HEAD;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.observation.internal.Rows;
import org.springframework.stereotype.Service;

/// What is stored, for the modules that work on it: whole, whoever it belongs to. Pages ask [Observations].
@Service
public class StoredObservations {

    private final DSLContext database;

    public StoredObservations(DSLContext database) {
        this.database = database;
    }

    /// Where the log ends.
    public long last() {
        return Known.present(
                database.select(OBSERVATION_HEAD.LAST_ID).from(OBSERVATION_HEAD).fetchOne(OBSERVATION_HEAD.LAST_ID),
                "head of the log");
    }

    /// A piece of the log in its own order, with what was late, sent twice, corrected or taken back. To be read in pieces
    /// of some ten thousand ids.
    ///
    /// @param after not included
    /// @param upTo included
    public List<Observation> ofLog(long after, long upTo) {
        return database.selectFrom(OBSERVATION)
                .where(OBSERVATION.ID.gt(after), OBSERVATION.ID.le(upTo))
                .orderBy(OBSERVATION.ID)
                .fetch(Rows::observation);
    }

    /// What holds of a datastream in a span of time, oldest first.
    ///
    /// @param until not included
    public List<Observation> history(long datastream, Instant from, Instant until) {
        return Rows.holding(database, datastream, Rows.within(from, until), Integer.MAX_VALUE).reversed();
    }
}
