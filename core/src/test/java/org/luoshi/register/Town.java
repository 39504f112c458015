package org.luoshi.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

/// A small synthetic city with registers of sites and of projects on them.
final class Town implements AutoCloseable {

    static final QualifiedId PROJECT = QualifiedId.parse("parks.project");
    static final QualifiedId SITE = QualifiedId.parse("parks.site");

    final SteppingClock clock = SteppingClock.at("2025-03-01T09:00");
    final TestContext context;
    final Registers registers;
    final Viewer system = Viewer.system();
    final Viewer north = officer("north_officer", "north");
    final Viewer south = officer("south_officer", "south");

    Town() {
        this(project());
    }

    Town(Entity project) {
        this(project, TestPostgres.shared().freshDatabase());
    }

    /// @param database with all migrations applied
    Town(Entity project, TestDatabase database) {
        context = TestContext.of(database, clock, ChangeLog.class, Units.class, Guard.class, Registers.class, Heard.class, Promises.class);
        registers = context.get(Registers.class);
        List<Unit> units = List.of(
                unit("city", UnitKind.CITY, "合成市", "Synthetic City"),
                new Unit("north", UnitKind.DISTRICT, new Text("北合成区", "North District"), new Text("北区", "North"),
                        Validity.ALWAYS, List.of(new UnitCode("mca", "2024", "999101")), null),
                unit("south", UnitKind.DISTRICT, "南区", "South"),
                unit("south_street", UnitKind.STREET, "南街", "South Street"));
        List<UnitParent> parents = List.of(under("north", "city"), under("south", "city"), under("south_street", "south"));
        context.transaction().executeWithoutResult(_ -> context.get(Units.class).activate(units, parents, List.of(), clock.instant()));
        registers.apply(packs(site(), project), Set.of(), "system");
    }

    /// A plan in force with these commitments.
    void promise(String... ids) {
        context.get(Promises.class).inForce(ids);
    }

    Register projects() {
        return registers.of(PROJECT);
    }

    Register sites() {
        return registers.of(SITE);
    }

    long create(Map<String, ? extends @Nullable Object> values) {
        return ((WriteResult.Written) projects().create(values, system)).record().id();
    }

    static PackSet packs(Entity... entities) {
        return new PackSet(List.of(new Pack("parks", text("园区"), text("合成"), "1.0.0", "0".repeat(64), Map.of(), true,
                List.of(entities), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Monitoring.NONE, List.of(), List.of(),
                List.of(), null)));
    }

    static Entity site() {
        return entity(SITE, List.of("code"), "name", null, List.of(
                field("code", new FieldType.TextType(20, null), true),
                field("name", new FieldType.TextType(50, null), true)), List.of(), Map.of());
    }

    static List<Field> projectFields() {
        return List.of(
                titled("code", "编号", new FieldType.TextType(32, "[A-Z0-9-]+"), true),
                titled("name", "名称", new FieldType.TextType(200, null), true),
                titled("district", "区", new FieldType.UnitType(Set.of(UnitKind.DISTRICT)), true),
                titled("stage", "阶段", new FieldType.EnumerationType(List.of(
                        new EnumerationValue("lead", new Text("线索", "Lead")),
                        new EnumerationValue("signed", new Text("签约", "Signed")),
                        new EnumerationValue("started", new Text("开工", "Started")))), true),
                titled("investment", "投资额", new FieldType.DecimalType(14, 2, measure("万元"), BigDecimal.ZERO, null), false),
                field("jobs", new FieldType.IntegerType(measure("人"), 0L, null), false),
                titled("started_on", "开工日期", new FieldType.DateType(), false),
                field("reported_at", new FieldType.MomentType(), false),
                field("open", new FieldType.BooleanType(), false),
                field("place", new FieldType.PointType("CGCS2000"), false),
                field("site", new FieldType.ReferenceType(SITE), false),
                field("commitment", new FieldType.CommitmentType(), false),
                new Field("contact", text("contact"), new FieldType.TextType(40, null), false, Field.PersonalKind.NAME, null));
    }

    static Entity project() {
        return project(projectFields());
    }

    static Entity project(List<Field> fields) {
        return entity(PROJECT, List.of("code"), "name", "district", fields,
                List.of(List.of("started_on")), Map.of());
    }

    static Entity entity(QualifiedId id, List<String> key, String label, @Nullable String unit, List<Field> fields,
            List<List<String>> indexes, Map<String, String> renamed) {
        return new Entity(id, text(id.name()), text(id.name()), key, label, unit, fields, List.of(), indexes, key, renamed);
    }

    static Field field(String id, FieldType type, boolean required) {
        return titled(id, id, type, required);
    }

    static Field titled(String id, String zh, FieldType type, boolean required) {
        return new Field(id, new Text(zh, id), type, required, null, null);
    }

    static UnitOfMeasure measure(String symbol) {
        return UnitsOfMeasure.standard().find(symbol).orElseThrow();
    }

    static Text text(String words) {
        return Text.same(words);
    }

    static Viewer officer(String account, String unit) {
        return new Viewer(account, text(account), List.of(new Grant(Role.OFFICER, unit)));
    }

    private static Unit unit(String id, UnitKind kind, String zh, String en) {
        return new Unit(id, kind, new Text(zh, en), new Text(zh, en), Validity.ALWAYS, List.of(), null);
    }

    private static UnitParent under(String unit, String parent) {
        return new UnitParent(unit, parent, Basis.ADMINISTRATIVE, Validity.ALWAYS);
    }

    @Override
    public void close() {
        context.close();
    }
}
