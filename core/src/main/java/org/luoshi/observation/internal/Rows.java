package org.luoshi.observation.internal;

import static org.luoshi.tables.Tables.OBSERVATION;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.observation.Further;
import org.luoshi.observation.Observation;
import org.luoshi.observation.Quality;

/// Rows of the log, as observations.
public final class Rows {

    private Rows() {}

    public static Condition within(Instant from, Instant until) {
        return OBSERVATION.PHENOMENON_TIME.ge(from).and(OBSERVATION.PHENOMENON_TIME.lt(until));
    }

    /// Of each moment of a datastream the version stored last of those that are asked for, newest moment first; moments
    /// at which it was taken back are left out.
    public static List<Observation> holding(DSLContext database, long datastream, Condition further, int limit) {
        Table<?> versions = database.select(OBSERVATION.fields())
                .distinctOn(OBSERVATION.PHENOMENON_TIME)
                .from(OBSERVATION)
                .where(OBSERVATION.DATASTREAM.eq(datastream), further)
                .orderBy(OBSERVATION.PHENOMENON_TIME.desc(), OBSERVATION.ID.desc())
                .asTable("v");
        return database.select(versions.fields())
                .from(versions)
                .where(DSL.field(versions.field(OBSERVATION.QUALITY)).ne(Quality.WITHDRAWN.code()))
                .orderBy(DSL.field(versions.field(OBSERVATION.PHENOMENON_TIME)).desc())
                .limit(limit)
                .fetch(Rows::observation);
    }

    public static Observation observation(Record row) {
        return new Observation(
                row.get(OBSERVATION.ID.getName(), Long.class),
                row.get(OBSERVATION.DATASTREAM.getName(), Long.class),
                row.get(OBSERVATION.PHENOMENON_TIME.getName(), Instant.class),
                row.get(OBSERVATION.RESULT_TIME.getName(), Instant.class),
                row.get(OBSERVATION.KNOWN_AT.getName(), Instant.class),
                row.get(OBSERVATION.FEATURE.getName(), Long.class),
                row.get(OBSERVATION.AMOUNT.getName(), Double.class),
                row.get(OBSERVATION.WORDS.getName(), String.class),
                json(row, OBSERVATION.DOCUMENT.getName()),
                Quality.of(row.get(OBSERVATION.QUALITY.getName(), Short.class)),
                further(row));
    }

    private static Further further(Record row) {
        Further said = new Further(
                row.get(OBSERVATION.PHENOMENON_END.getName(), Instant.class),
                row.get(OBSERVATION.VALID_FROM.getName(), Instant.class),
                row.get(OBSERVATION.VALID_UNTIL.getName(), Instant.class),
                json(row, OBSERVATION.RESULT_QUALITY.getName()),
                json(row, OBSERVATION.PARAMETERS.getName()),
                row.get(OBSERVATION.REVISES.getName(), Long.class));
        return said.equals(Further.NOTHING) ? Further.NOTHING : said;
    }

    private static @Nullable String json(Record row, String field) {
        JSONB value = row.get(field, JSONB.class);
        return value == null ? null : value.data();
    }
}
