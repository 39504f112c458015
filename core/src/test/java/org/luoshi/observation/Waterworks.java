package org.luoshi.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.observation.Catalogue.NewObservedProperty;
import org.luoshi.observation.Catalogue.NewSensor;
import org.luoshi.observation.Catalogue.NewThing;
import org.luoshi.observation.Catalogue.UnitOfMeasurement;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

/// A city of two districts with one pumping station in the north, and a log that takes its pressure in MPa.
final class Waterworks implements AutoCloseable {

    static final Class<?>[] BEANS = {
        Ear.class, ChangeLog.class, Units.class, Guard.class, Catalogue.class, ObservationLog.class, Observations.class, StoredObservations.class
    };

    final SteppingClock clock = SteppingClock.at("2026-03-01T09:00");
    final TestDatabase database;
    final TestContext context;
    final ObservationLog log;
    final Observations observations;
    final long pressure;

    Waterworks() {
        this(TestPostgres.shared().freshDatabase());
    }

    /// @param database migrated, and nothing in it
    Waterworks(TestDatabase database) {
        this.database = database;
        context = TestContext.of(database, clock, BEANS);
        log = context.get(ObservationLog.class);
        observations = context.get(Observations.class);
        List<Unit> units =
                List.of(unit("city", UnitKind.CITY), unit("north", UnitKind.DISTRICT), unit("south", UnitKind.DISTRICT));
        context.transaction().executeWithoutResult(_ -> context.get(Units.class)
                .activate(units, List.of(under("north"), under("south")), List.of(), clock.instant()));
        pressure = addStream("pressure", true);
    }

    long addStream(String name, boolean numeric) {
        Catalogue catalogue = context.get(Catalogue.class);
        Viewer writer = viewer("north");
        return catalogue.add(
                new NewDatastream(
                        catalogue.add(new NewThing("north", "pumping station", "synthetic"), writer),
                        catalogue.add(new NewSensor("north", "gauge", "synthetic", "text/plain", "0 to 1.6 MPa"), writer),
                        catalogue.add(new NewObservedProperty("north", name, "urn:test:" + name, "synthetic"), writer),
                        name,
                        "synthetic",
                        numeric,
                        numeric ? new UnitOfMeasurement("megapascal", "MPa", "urn:test:MPa") : null,
                        numeric ? 0.0 : null,
                        numeric ? 1.6 : null),
                writer);
    }

    /// What the log told, to be read when it has stopped.
    List<StoredGroup> told() {
        return context.get(Ear.class).heard;
    }

    static final class Ear implements StoredListener {

        private final List<StoredGroup> heard = new CopyOnWriteArrayList<>();

        @Override
        public void stored(StoredGroup group) {
            heard.add(group);
        }
    }

    /// An officer of one district.
    static Viewer viewer(String unit) {
        return new Viewer("officer", new Text("经办", "Officer"), List.of(new Grant(Role.OFFICER, unit)));
    }

    List<Answer> append(Reading... readings) throws Exception {
        return log.append(List.of(readings), viewer("north")).get(30, TimeUnit.SECONDS);
    }

    private static Unit unit(String id, UnitKind kind) {
        return new Unit(id, kind, new Text(id, id), new Text(id, id), Validity.ALWAYS, List.of(), null);
    }

    private static UnitParent under(String unit) {
        return new UnitParent(unit, "city", Basis.ADMINISTRATIVE, Validity.ALWAYS);
    }

    @Override
    public void close() {
        context.close();
    }
}
