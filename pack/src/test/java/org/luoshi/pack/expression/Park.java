package org.luoshi.pack.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;

/// A small pack of parks and projects for tests.
final class Park {

    static final Entity PARK = entity(
            "park",
            field("code", new FieldType.TextType(32, null)),
            field("name", new FieldType.TextType(200, null)),
            field("area", new FieldType.DecimalType(12, 2, unit("亩"), null, null)));

    static final Entity PROJECT = entity(
            "project",
            field("code", new FieldType.TextType(32, null)),
            field("district", new FieldType.UnitType(Set.of())),
            field("park", new FieldType.ReferenceType(PARK.id())),
            field(
                    "stage",
                    new FieldType.EnumerationType(List.of(
                            new FieldType.EnumerationValue("lead", new Text("线索", "Lead")),
                            new FieldType.EnumerationValue("signed", new Text("签约", "Signed")),
                            new FieldType.EnumerationValue("started", new Text("开工", "Started"))))),
            field("investment", new FieldType.DecimalType(14, 2, unit("万元"), null, null)),
            field("jobs", new FieldType.IntegerType(unit("人"), null, null)),
            field("plot", new FieldType.DecimalType(14, 2, unit("m2"), null, null)),
            field("signed_on", new FieldType.DateType()),
            field("started_on", new FieldType.DateType()),
            field("reported_at", new FieldType.MomentType()),
            field("open", new FieldType.BooleanType()),
            field("place", new FieldType.PointType("CGCS2000")));

    static final Names NAMES = Names.of(
            "parks",
            Set.of("city"),
            List.of(PARK, PROJECT),
            Map.of(
                    new QualifiedId("parks", "projects_started"), unit("个"),
                    new QualifiedId("parks", "projects_signed"), unit("个"),
                    new QualifiedId("parks", "investment_total"), unit("万元")));

    private Park() {}

    static UnitOfMeasure unit(String symbol) {
        return UnitsOfMeasure.standard().find(symbol).orElseThrow();
    }

    private static Field field(String id, FieldType type) {
        return new Field(id, new Text("【" + id + "】", id.replace('_', ' ')), type, false, null, null);
    }

    private static Entity entity(String id, Field... fields) {
        return new Entity(
                new QualifiedId("parks", id),
                new Text("项目".repeat(id.equals("project") ? 1 : 0) + (id.equals("park") ? "园区" : ""), id),
                new Text(id, id + "s"),
                List.of("code"),
                "code",
                null,
                List.of(fields),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
