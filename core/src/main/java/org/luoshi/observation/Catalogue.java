package org.luoshi.observation;

import static org.luoshi.tables.Tables.DATASTREAM;
import static org.luoshi.tables.Tables.OBSERVED_PROPERTY;
import static org.luoshi.tables.Tables.SENSOR;
import static org.luoshi.tables.Tables.THING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.lookup.Known;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Things, sensors, observed properties and datastreams.
///
/// A thing belongs to a unit, and with it the datastreams it has and what is observed in them.
@Service
public class Catalogue {

    /// What a datastream says of its results (OGC 10-004r3, O&M).
    public static final String MEASUREMENT = "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement";

    private static final String ANY = "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Observation";

    private final DSLContext database;
    private final Guard guard;
    private final ChangeLog log;

    public Catalogue(DSLContext database, Guard guard, ChangeLog log) {
        this.database = database;
        this.guard = guard;
        this.log = log;
    }

    public record NewThing(String unit, String name, String description) {}

    /// @param metadata what is known of the kind of sensor, in the encoding named
    public record NewSensor(String unit, String name, String description, String encodingType, String metadata) {}

    /// @param definition address of what is meant
    public record NewObservedProperty(String unit, String name, String definition, String description) {}

    public record UnitOfMeasurement(String name, String symbol, String definition) {}

    @Transactional
    public long add(NewThing thing, Viewer viewer) {
        guard.demand(viewer, Permission.WRITE_RECORD, thing.unit());
        long id = Known.present(
                database.insertInto(THING)
                        .set(THING.UNIT, thing.unit())
                        .set(THING.NAME, thing.name())
                        .set(THING.DESCRIPTION, thing.description())
                        .returningResult(THING.ID)
                        .fetchOne(THING.ID),
                "id of the thing");
        note(viewer, "thing", id);
        return id;
    }

    @Transactional
    public long add(NewSensor sensor, Viewer viewer) {
        guard.demand(viewer, Permission.WRITE_RECORD, sensor.unit());
        long id = Known.present(
                database.insertInto(SENSOR)
                        .set(SENSOR.UNIT, sensor.unit())
                        .set(SENSOR.NAME, sensor.name())
                        .set(SENSOR.DESCRIPTION, sensor.description())
                        .set(SENSOR.ENCODING_TYPE, sensor.encodingType())
                        .set(SENSOR.METADATA, JSONB.valueOf(new JsonMapper().writeValueAsString(sensor.metadata())))
                        .returningResult(SENSOR.ID)
                        .fetchOne(SENSOR.ID),
                "id of the sensor");
        note(viewer, "sensor", id);
        return id;
    }

    @Transactional
    public long add(NewObservedProperty property, Viewer viewer) {
        guard.demand(viewer, Permission.WRITE_RECORD, property.unit());
        long id = Known.present(
                database.insertInto(OBSERVED_PROPERTY)
                        .set(OBSERVED_PROPERTY.UNIT, property.unit())
                        .set(OBSERVED_PROPERTY.NAME, property.name())
                        .set(OBSERVED_PROPERTY.DEFINITION, property.definition())
                        .set(OBSERVED_PROPERTY.DESCRIPTION, property.description())
                        .returningResult(OBSERVED_PROPERTY.ID)
                        .fetchOne(OBSERVED_PROPERTY.ID),
                "id of the observed property");
        note(viewer, "observed_property", id);
        return id;
    }

    @Transactional
    public long add(NewDatastream stream, Viewer viewer) {
        String unit = database.select(THING.UNIT)
                .from(THING)
                .where(THING.ID.eq(stream.thing()))
                .fetchOptional(THING.UNIT)
                .orElseThrow(() -> new IllegalArgumentException("no thing " + stream.thing()));
        guard.demand(viewer, Permission.WRITE_RECORD, unit);
        UnitOfMeasurement measure = stream.unit();
        long id = Known.present(
                database.insertInto(DATASTREAM)
                        .set(DATASTREAM.THING, stream.thing())
                        .set(DATASTREAM.SENSOR, stream.sensor())
                        .set(DATASTREAM.OBSERVED_PROPERTY, stream.observedProperty())
                        .set(DATASTREAM.NAME, stream.name())
                        .set(DATASTREAM.DESCRIPTION, stream.description())
                        .set(DATASTREAM.OBSERVATION_TYPE, stream.numeric() ? MEASUREMENT : ANY)
                        .set(DATASTREAM.NUMERIC, stream.numeric())
                        .set(DATASTREAM.UNIT_NAME, measure == null ? null : measure.name())
                        .set(DATASTREAM.UNIT_SYMBOL, measure == null ? null : measure.symbol())
                        .set(DATASTREAM.UNIT_DEFINITION, measure == null ? null : measure.definition())
                        .set(DATASTREAM.LOWEST, stream.lowest())
                        .set(DATASTREAM.HIGHEST, stream.highest())
                        .returningResult(DATASTREAM.ID)
                        .fetchOne(DATASTREAM.ID),
                "id of the datastream");
        note(viewer, "datastream", id);
        return id;
    }

    /// Every datastream there is, for the modules that work on all of them; pages ask [Observations].
    @Transactional(readOnly = true)
    public List<Datastream> datastreams() {
        return select(DSL.noCondition());
    }

    @Transactional(readOnly = true)
    public Optional<Datastream> find(long datastream) {
        return select(DATASTREAM.ID.eq(datastream)).stream().findFirst();
    }

    private List<Datastream> select(Condition which) {
        return database.select()
                .from(DATASTREAM)
                .join(THING)
                .on(THING.ID.eq(DATASTREAM.THING))
                .join(OBSERVED_PROPERTY)
                .on(OBSERVED_PROPERTY.ID.eq(DATASTREAM.OBSERVED_PROPERTY))
                .where(which)
                .orderBy(DATASTREAM.ID)
                .fetch(row -> new Datastream(
                        row.get(DATASTREAM.ID),
                        row.get(DATASTREAM.THING),
                        row.get(THING.UNIT),
                        row.get(DATASTREAM.NAME),
                        row.get(OBSERVED_PROPERTY.NAME),
                        row.get(OBSERVED_PROPERTY.DEFINITION),
                        row.get(DATASTREAM.UNIT_SYMBOL),
                        row.get(DATASTREAM.NUMERIC),
                        row.get(DATASTREAM.LOWEST),
                        row.get(DATASTREAM.HIGHEST)));
    }

    private void note(Viewer viewer, String kind, long id) {
        log.open(new ChangeRequest(viewer.account(), "observation.add_" + kind, kind + "/" + id, Map.of()));
    }
}
