package org.luoshi.register.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.DecimalType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.schema.Rule.Kind;
import org.luoshi.register.internal.schema.Rule.Predicate;

/// What an entity wants of the database.
final class WantedTable {

    /// The part of regular expressions that Java and PostgreSQL read alike; the rest is checked in the JVM only.
    private static final java.util.regex.Pattern PORTABLE =
            java.util.regex.Pattern.compile("(?:[^\\\\(]|\\((?!\\?)|\\(\\?:|\\\\[dsw.\\-+*?()\\[\\]{}|/^$])*");

    private final Entity entity;
    private final Map<String, String> carried;
    private final EntityTable table;
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    WantedTable(Entity entity) {
        this(entity, Map.of());
    }

    /// @param carried values of the step of a case that are carried over into others
    WantedTable(Entity entity, Map<String, String> carried) {
        this.entity = entity;
        this.carried = Map.copyOf(carried);
        this.table = new EntityTable(entity);
        entity.fields().forEach(this::addRules);
        addKey();
        addIndexes();
    }

    Entity entity() {
        return entity;
    }

    /// Values that a rule does not allow, and that are carried over into others as soon as it is there.
    Set<String> carriedBy(Rule rule) {
        return rule.columns().equals(List.of(CaseRegister.STEP)) ? carried.keySet() : Set.of();
    }

    EntityTable table() {
        return table;
    }

    List<Rule> rules() {
        return rules;
    }

    Set<Index> indexes() {
        return Set.copyOf(indexes.values());
    }

    boolean required(Column column) {
        return entity.require(column.field()).required() || entity.key().contains(column.field());
    }

    String subject(String field) {
        return entity.id() + "." + field;
    }

    private void addRules(Field field) {
        String id = field.id();
        switch (field.type()) {
            case TextType t -> {
                check(field, id + "_length", "最长 %1$d 个字".formatted(t.maxLength()),
                        "at most %d characters".formatted(t.maxLength()),
                        column -> "char_length(" + column.apply(id) + ") <= " + t.maxLength());
                if (t.pattern() != null && PORTABLE.matcher(t.pattern()).matches()) {
                    String pattern = literal("^(?:" + t.pattern() + ")$");
                    check(field, id + "_pattern", "形如 " + t.pattern(), "matches " + t.pattern(),
                            column -> column.apply(id) + " ~ " + pattern);
                }
            }
            case IntegerType t -> range(field, t.min(), t.max());
            case DecimalType t -> range(field, t.min(), t.max());
            case EnumerationType t -> {
                String values = t.values().stream()
                        .map(EnumerationValue::id)
                        .map(WantedTable::literal)
                        .collect(Collectors.joining(", "));
                check(field, id, "只取声明的值", "one of the declared values",
                        column -> column.apply(id) + " IN (" + values + ")");
            }
            case UnitType _ -> foreignKey(field, "luoshi", "unit", "id");
            case ReferenceType(QualifiedId target) -> foreignKey(field, target.pack(), target.name(), "_id");
            case PointType _ -> {
                check(field, id, "经纬度在范围内且成对", "longitude and latitude in range and together",
                        column -> "%1$s BETWEEN -180 AND 180 AND %2$s BETWEEN -90 AND 90 OR %1$s IS NULL AND %2$s IS NULL"
                                .formatted(column.apply(id + "_lon"), column.apply(id + "_lat")));
            }
            default -> {
                // booleans, dates, moments and commitments have nothing to keep beyond their type
            }
        }
    }

    private void range(Field field, @org.jspecify.annotations.Nullable Number min, @org.jspecify.annotations.Nullable Number max) {
        String id = field.id();
        if (min != null) {
            check(field, id + "_min", "不小于 " + min, "at least " + min, column -> column.apply(id) + " >= " + min);
        }
        if (max != null) {
            check(field, id + "_max", "不大于 " + max, "at most " + max, column -> column.apply(id) + " <= " + max);
        }
    }

    private void check(Field field, String about, String zh, String en, Predicate predicate) {
        List<String> columns = EntityTable.columns(field).map(Column::name).toList();
        rules.add(Rule.of(Kind.CHECK, table.name(), about, subject(field.id()), new Text(zh, en), columns, predicate,
                "CHECK (" + predicate.sql(EntityTable::quote) + ")"));
    }

    private void foreignKey(Field field, String schema, String target, String column) {
        String targetSql = EntityTable.quote(schema) + "." + EntityTable.quote(target);
        rules.add(Rule.of(
                Kind.FOREIGN_KEY,
                table.name(),
                field.id(),
                subject(field.id()),
                new Text("指向 %s.%s".formatted(schema, target), "refers to %s.%s".formatted(schema, target)),
                List.of(field.id()),
                name -> "EXISTS (SELECT 1 FROM %s x WHERE x.%s = t.%s)"
                        .formatted(targetSql, EntityTable.quote(column), name.apply(field.id())),
                "FOREIGN KEY (%s) REFERENCES %s (%s)"
                        .formatted(EntityTable.quote(field.id()), targetSql, EntityTable.quote(column))));
    }

    private void addKey() {
        List<String> columns = entity.key().stream()
                .flatMap(f -> EntityTable.columns(entity.require(f)))
                .map(Column::name)
                .toList();
        String definition = columns.stream().map(EntityTable::quote).collect(Collectors.joining(", ", "UNIQUE (", ")"));
        rules.add(Rule.of(Kind.UNIQUE, table.name(), String.join("_", columns), entity.id().toString(),
                new Text("业务主键唯一", "business key is unique"), columns, _ -> "true", definition));
    }

    /// A declared index that begins with the unit or a reference serves for it too.
    private void addIndexes() {
        entity.indexes().forEach(this::index);
        entity.fields().stream()
                .filter(f -> f.id().equals(entity.unit()) || f.type() instanceof ReferenceType)
                .filter(f -> entity.indexes().stream().noneMatch(i -> i.getFirst().equals(f.id())))
                .forEach(f -> index(List.of(f.id())));
    }

    private void index(List<String> fields) {
        List<String> columns = new ArrayList<>();
        fields.forEach(f -> EntityTable.columns(entity.require(f)).map(Column::name).forEach(columns::add));
        columns.add("_id");
        Index index = Index.of(table.name(), columns);
        indexes.putIfAbsent(index.name(), index);
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
