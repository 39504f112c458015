package org.luoshi.indicator.expression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.Day;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Names;

/// Two registers with random fields; `fact` refers to `place` and to itself.
record RandomSchema(Entity fact, Entity place) {

    static final List<String> UNITS = List.of("1", "万元", "元", "亩", "m2", "km2", "percent", "人", "day", "h", "working_day");

    /// Two years with an edition and one without between them; a day of the second year is named by nobody yet.
    static final List<CalendarEdition> EDITIONS = List.of(
            edition(2023, List.of("2023-01-02", "2023-10-02", "2023-10-03"), List.of("2023-10-07")),
            edition(2025, List.of("2025-01-01", "2025-01-28", "2025-01-29", "2025-10-01"), List.of("2025-01-26", "2025-10-11")));

    private static final List<String> MEMBERS = List.of("lead", "signed", "started", "done");

    static RandomSchema of(Choices choices) {
        List<Field> place = new ArrayList<>();
        for (int i = 0; i < 1 + choices.of(3); i++) place.add(field("p" + i, type(choices)));
        List<Field> fact = new ArrayList<>();
        for (int i = 0; i < 2 + choices.of(6); i++) fact.add(field("f" + i, type(choices)));
        fact.add(field("place", new FieldType.ReferenceType(id("place"))));
        fact.add(field("parent", new FieldType.ReferenceType(id("fact"))));
        return new RandomSchema(entity("fact", fact), entity("place", place));
    }

    Names names() {
        return Names.of(
                "t", Set.of(), List.of(fact, place), Map.of(), Optional.of(new PublishedDays(EDITIONS)));
    }

    Entity entity(QualifiedId id) {
        return id.equals(fact.id()) ? fact : place;
    }

    static UnitOfMeasure unit(String symbol) {
        return UnitsOfMeasure.standard().find(symbol).orElseThrow();
    }

    private static FieldType type(Choices choices) {
        return switch (choices.of(9)) {
            case 0 -> new FieldType.IntegerType(unit(choices.among(UNITS)), null, null);
            case 1 -> new FieldType.DecimalType(14, 2, unit(choices.among(UNITS)), null, null);
            case 2 -> new FieldType.TextType(100, null);
            case 3 ->
                new FieldType.EnumerationType(MEMBERS.stream()
                        .limit(2 + choices.of(3))
                        .map(member -> new FieldType.EnumerationValue(member, Text.same(member)))
                        .toList());
            case 4 -> new FieldType.DateType();
            case 5 -> new FieldType.BooleanType();
            case 6 -> new FieldType.MomentType();
            case 7 -> new FieldType.UnitType(Set.of());
            default -> new FieldType.DecimalType(30, 8, unit(choices.among(UNITS)), null, null);
        };
    }

    private static CalendarEdition edition(int year, List<String> off, List<String> working) {
        Map<LocalDate, Day> days = new HashMap<>();
        off.forEach(day -> days.put(LocalDate.parse(day), new Day(DayKind.OFF, Text.same("synthetic"))));
        working.forEach(day -> days.put(LocalDate.parse(day), new Day(DayKind.WORKING, Text.same("synthetic"))));
        return new CalendarEdition(year, List.of(), days);
    }

    private static QualifiedId id(String name) {
        return new QualifiedId("t", name);
    }

    private static Field field(String id, FieldType type) {
        return new Field(id, Text.same(id), type, false, null, null);
    }

    private static Entity entity(String name, List<Field> fields) {
        return new Entity(
                id(name),
                Text.same(name),
                Text.same(name),
                List.of(fields.getFirst().id()),
                fields.getFirst().id(),
                null,
                fields,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
