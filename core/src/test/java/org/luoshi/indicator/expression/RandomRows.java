package org.luoshi.indicator.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Sql;

/// Random records of both registers, as values and as SQL.
final class RandomRows {

    private static final List<Long> WHOLE = List.of(
            0L, 1L, -1L, 2L, 3L, 7L, 100L, -45L, 365L, 5_000_000L, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<String> DECIMAL = List.of(
            "0", "1", "0.5", "-0.5", "2.5", "-2.5", "0.01", "99.99", "-1234.56", "999999999999.99", "0.33333333", "3");
    private static final List<String> TEXTS = List.of(
            "", "a", "b", "A", "aa", "P-1", "P-12", "成华", "成华区", "区", "\uFFFD", "😀", "a\nb", "a ", "_", "Ä", "é");
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(2025, 9, 22));
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2025-01-01T00:00:00Z"),
            Instant.parse("2024-12-31T15:59:59.999999Z"),
            Instant.parse("2024-12-31T16:00:00Z"),
            Instant.parse("1949-10-01T07:00:00Z"));

    final RandomSchema schema;
    final List<Map<String, Object>> facts = new ArrayList<>();
    final List<Map<String, Object>> places = new ArrayList<>();

    RandomRows(RandomSchema schema, Choices choices) {
        this.schema = schema;
        int placeCount = choices.of(4);
        int factCount = choices.of(8);
        for (long id = 1; id <= placeCount; id++) places.add(row(schema.place(), id, choices, placeCount, factCount));
        for (long id = 1; id <= factCount; id++) facts.add(row(schema.fact(), id, choices, placeCount, factCount));
    }

    Environment environment(Map<String, Object> fact) {
        return Environment.ofRecord(path -> follow(path, fact));
    }

    /// The register as a `from` piece.
    Sql table(Entity entity) {
        List<Map<String, Object>> rows = entity.id().equals(schema.fact().id()) ? facts : places;
        List<Sql> columns = new ArrayList<>(List.of(Sql.of("null::bigint as _id")));
        entity.fields().forEach(field -> columns.add(Sql.of("null::" + sqlType(field.type()) + " as " + Sql.quoted(field.id()))));
        Sql selects = Sql.template("select # where false", Sql.join(", ", columns));
        for (Map<String, Object> row : rows) {
            List<Sql> values = new ArrayList<>(List.of(Sql.of("?::bigint", row.get("_id"))));
            for (Field field : entity.fields()) values.add(value(row.get(field.id()), field.type()));
            selects = selects.then(Sql.template(" union all select #", Sql.join(", ", values)));
        }
        return Sql.template("(#)", selects);
    }

    private @Nullable Object follow(Expr.FieldPath path, Map<String, Object> fact) {
        Map<String, Object> row = fact;
        for (String step : path.path().subList(0, path.path().size() - 1)) {
            Object id = row.get(step);
            List<Map<String, Object>> target = step.equals("place") ? places : facts;
            if (id == null) return null;
            row = target.get(Math.toIntExact((Long) id) - 1);
        }
        return row.get(path.path().getLast());
    }

    private static Sql value(@Nullable Object value, FieldType type) {
        String cast = "::" + sqlType(type);
        return switch (value) {
            case null -> Sql.of("null" + cast);
            case Instant moment -> Sql.of("?" + cast, moment.atOffset(ZoneOffset.UTC));
            default -> Sql.of("?" + cast, value);
        };
    }

    private static Map<String, Object> row(Entity entity, long id, Choices choices, int places, int facts) {
        Map<String, Object> row = new HashMap<>();
        row.put("_id", id);
        for (Field field : entity.fields()) {
            if (choices.of(5) == 4) continue;
            Object value = value(field, choices, places, facts);
            if (value != null) row.put(field.id(), value);
        }
        return row;
    }

    private static @Nullable Object value(Field field, Choices choices, int places, int facts) {
        return switch (field.type()) {
            case FieldType.IntegerType unused -> choices.among(WHOLE);
            case FieldType.DecimalType unused -> new BigDecimal(choices.among(DECIMAL));
            case FieldType.TextType unused -> choices.among(TEXTS);
            case FieldType.EnumerationType type -> choices.among(type.values()).id();
            case FieldType.DateType unused -> choices.among(DATES);
            case FieldType.BooleanType unused -> choices.of(2) == 0;
            case FieldType.MomentType unused -> choices.among(MOMENTS);
            case FieldType.UnitType unused -> choices.among(List.of("chenghua", "jinjiang", "dongbu"));
            case FieldType.ReferenceType unused -> {
                int count = field.id().equals("place") ? places : facts;
                yield count == 0 ? null : (Object) (1L + choices.of(count));
            }
            default -> throw new IllegalStateException("no values for " + field);
        };
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case FieldType.IntegerType unused -> "bigint";
            case FieldType.ReferenceType unused -> "bigint";
            case FieldType.DecimalType unused -> "numeric";
            case FieldType.DateType unused -> "date";
            case FieldType.BooleanType unused -> "boolean";
            case FieldType.MomentType unused -> "timestamptz";
            default -> "text";
        };
    }
}
