package org.luoshi.observation;

import static org.luoshi.tables.Tables.DATASTREAM;
import static org.luoshi.tables.Tables.OBSERVATION;
import static org.luoshi.tables.Tables.OBSERVATION_LATEST;
import static org.luoshi.tables.Tables.THING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.observation.internal.Rows;
import org.springframework.stereotype.Service;

/// Reads what was observed, as far as the viewer may.
///
/// Of one datastream and moment only the version stored last is shown, or the last by a past moment.
@Service
public class Observations {

    private final DSLContext database;
    private final Units units;

    public Observations(DSLContext database, Units units) {
        this.database = database;
        this.units = units;
    }

    /// The newest of a datastream, newest first.
    public List<Observation> latest(long datastream, int limit, Viewer viewer) {
        return select(datastream, DSL.noCondition(), limit, viewer);
    }

    /// Those of a span of time, newest first.
    ///
    /// @param until not included
    public List<Observation> between(long datastream, Instant from, Instant until, int limit, Viewer viewer) {
        return select(datastream, Rows.within(from, until), limit, viewer);
    }

    /// Those of a span of time as they were known at a past moment, newest first.
    ///
    /// @param until not included
    public List<Observation> between(
            long datastream, Instant from, Instant until, Instant asOf, int limit, Viewer viewer) {
        return select(datastream, Rows.within(from, until).and(OBSERVATION.KNOWN_AT.le(asOf)), limit, viewer);
    }

    /// All versions of one moment, the one that holds first.
    public List<Observation> versions(long datastream, Instant moment, Viewer viewer) {
        if (!mayRead(datastream, viewer)) return List.of();
        return database.selectFrom(OBSERVATION)
                .where(OBSERVATION.DATASTREAM.eq(datastream), OBSERVATION.PHENOMENON_TIME.eq(moment))
                .orderBy(OBSERVATION.ID.desc())
                .fetch(Rows::observation);
    }

    public Optional<Observation> find(long id, Viewer viewer) {
        return database.selectFrom(OBSERVATION)
                .where(OBSERVATION.ID.eq(id))
                .fetchOptional(Rows::observation)
                .filter(found -> mayRead(found.datastream(), viewer));
    }

    /// The newest of each of these datastreams that has one.
    public List<Observation> newest(Collection<Long> datastreams, Viewer viewer) {
        return database.select(OBSERVATION.fields())
                .from(OBSERVATION_LATEST)
                .join(OBSERVATION)
                .on(OBSERVATION.DATASTREAM.eq(OBSERVATION_LATEST.DATASTREAM))
                .and(OBSERVATION.PHENOMENON_TIME.eq(OBSERVATION_LATEST.PHENOMENON_TIME))
                .and(OBSERVATION.ID.eq(OBSERVATION_LATEST.ID))
                .join(DATASTREAM)
                .on(DATASTREAM.ID.eq(OBSERVATION_LATEST.DATASTREAM))
                .join(THING)
                .on(THING.ID.eq(DATASTREAM.THING))
                .where(OBSERVATION_LATEST.DATASTREAM.in(datastreams))
                .and(RowFilter.rows(units, viewer, Permission.READ, THING.UNIT))
                .orderBy(OBSERVATION_LATEST.DATASTREAM)
                .fetch(Rows::observation);
    }

    private List<Observation> select(long datastream, Condition further, int limit, Viewer viewer) {
        return mayRead(datastream, viewer) ? Rows.holding(database, datastream, further, limit) : List.of();
    }

    private boolean mayRead(long datastream, Viewer viewer) {
        return database.fetchExists(DSL.selectOne()
                .from(DATASTREAM)
                .join(THING)
                .on(THING.ID.eq(DATASTREAM.THING))
                .where(DATASTREAM.ID.eq(datastream))
                .and(RowFilter.rows(units, viewer, Permission.READ, THING.UNIT)));
    }
}
