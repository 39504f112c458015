package org.luoshi.register;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.BooleanType;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.DateType;
import org.luoshi.pack.FieldType.DecimalType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.pack.FieldType.MomentType;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.pack.FieldType.UnitType;

/// The two tables of an entity: `parks.project` with the current records, `parks.project_history` with
/// every version that is no longer current.
///
/// Both have `_id`, `_version` (1, 2, …), `_known_from`, `_change` and a column per field (a point has
/// two). History adds `_known_to`, `_ended_by` (the change that ended the version) and `_deleted`. Both keep the values
/// of departed fields in columns named like `_was1_jobs`.
///
/// @param place where the tables of a past declaration are now; [Registers#table] knows it
public record EntityTable(Entity entity, Place place) {

    /// Longest identifier PostgreSQL keeps, in bytes; ids of packs are ASCII.
    private static final int LONGEST = 63;

    private static final Pattern PAST = Pattern.compile("_was(\\d+)_.*");

    public static final org.jooq.Field<Long> ID = DSL.field(DSL.name("_id"), SQLDataType.BIGINT);
    public static final org.jooq.Field<Integer> VERSION = DSL.field(DSL.name("_version"), SQLDataType.INTEGER);
    public static final org.jooq.Field<Instant> KNOWN_FROM =
            DSL.field(DSL.name("_known_from"), SQLDataType.INSTANT);
    public static final org.jooq.Field<Instant> KNOWN_TO = DSL.field(DSL.name("_known_to"), SQLDataType.INSTANT);
    public static final org.jooq.Field<Long> CHANGE = DSL.field(DSL.name("_change"), SQLDataType.BIGINT);
    public static final org.jooq.Field<Long> ENDED_BY = DSL.field(DSL.name("_ended_by"), SQLDataType.BIGINT);
    public static final org.jooq.Field<Boolean> DELETED = DSL.field(DSL.name("_deleted"), SQLDataType.BOOLEAN);

    /// Columns that every version has beside those of its fields.
    public static final List<String> SYSTEM_COLUMNS = List.of("_id", "_version", "_known_from", "_change");

    /// The register as declared by the packs in use, as far as no departed field matters.
    public EntityTable(Entity entity) {
        this(entity, Place.ordinary(entity.id().pack()));
    }

    /// Whether the name is one under which a departed field's values are kept.
    public static boolean isPast(String column) {
        return PAST.matcher(column).matches();
    }

    /// The name of what a column held before, the first of that name being number 1.
    public static String pastName(String column, int number) {
        String name = "_was%d_%s".formatted(number, column);
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    public String schema() {
        return place.schema() == null ? entity.id().pack() : place.schema();
    }

    public String name() {
        return entity.id().name();
    }

    public String historyName() {
        return name() + "_history";
    }

    public Table<Record> current() {
        return DSL.table(DSL.name(schema(), name()));
    }

    public Table<Record> history() {
        return DSL.table(DSL.name(schema(), historyName()));
    }

    public String currentSql() {
        return quote(schema()) + "." + quote(name());
    }

    public String historySql() {
        return quote(schema()) + "." + quote(historyName());
    }

    /// Columns of the fields, in declaration order.
    public List<Column> columns() {
        return entity.fields().stream().flatMap(EntityTable::columns).toList();
    }

    public static Stream<Column> columns(Field field) {
        if (field.type() instanceof PointType) {
            return Stream.of(
                    new Column(field.id() + "_lon", field.id(), ColumnType.DEGREES),
                    new Column(field.id() + "_lat", field.id(), ColumnType.DEGREES));
        }
        return Stream.of(new Column(field.id(), field.id(), columnType(field)));
    }

    private static ColumnType columnType(Field field) {
        return switch (field.type()) {
            case TextType _, EnumerationType _, UnitType _, CommitmentType _ -> ColumnType.TEXT;
            case IntegerType _, ReferenceType _ -> ColumnType.WHOLE;
            case DecimalType d -> ColumnType.decimal(d.digits(), d.decimals());
            case BooleanType _ -> ColumnType.TRUTH;
            case DateType _ -> ColumnType.DATE;
            case MomentType _ -> ColumnType.MOMENT;
            case PointType _ -> throw new IllegalArgumentException("a point has two columns: " + field.id());
        };
    }

    /// Columns that a closed version keeps: the present fields' and the departed ones'.
    public String storedSql() {
        return Stream.of(SYSTEM_COLUMNS.stream(), columns().stream().map(Column::name), place.kept().stream().sorted())
                .flatMap(names -> names)
                .map(EntityTable::quote)
                .collect(Collectors.joining(", "));
    }

    /// Whether the values of a column, or the whole register, were erased.
    public boolean isErased(Column column) {
        return place.isErased(column.name());
    }

    /// Whether the values of a declared field were erased.
    public boolean isErased(String field) {
        return entity.field(field).stream().flatMap(EntityTable::columns).anyMatch(this::isErased);
    }

    /// What to write after FROM to see the records as of a moment, with the columns of the declared fields; the plain
    /// table for the present of a register that is where it always was.
    ///
    /// @param moment null for the present
    public String asOfSql(@Nullable Instant moment) {
        if (moment == null && place.isOrdinary()) {
            return currentSql();
        }
        String columns = selected();
        if (place.schema() == null) {
            String system = String.join(", ", SYSTEM_COLUMNS);
            return "(select %s from (values (null::bigint, null::integer, null::timestamptz, null::bigint)) as n(%s) where false)"
                    .formatted(columns, system);
        }
        if (moment == null) {
            return "(select %s from %s)".formatted(columns, currentSql());
        }
        String at = "timestamptz '" + moment + "'";
        return """
                (select %1$s from %2$s where _known_from <= %4$s
                 union all
                 select %1$s from %3$s where _known_from <= %4$s and _known_to > %4$s)"""
                .formatted(columns, currentSql(), historySql(), at);
    }

    /// Versions that are current, with the columns of the declared fields.
    public Table<Record> openVersions() {
        return asOf(null);
    }

    /// Versions that are no longer current, with the columns of the declared fields.
    public Table<Record> closedVersions() {
        if (place.isOrdinary()) return history().as("r");
        String ends = Stream.of(KNOWN_TO, ENDED_BY, DELETED).map(f -> quote(f.getName())).collect(Collectors.joining(", "));
        return place.schema() == null
                ? DSL.table(DSL.sql("(select n.*, null::timestamptz as _known_to, null::bigint as _ended_by, null::boolean as _deleted from %s as n)"
                                .formatted(asOfSql(null))))
                        .as("r")
                : DSL.table(DSL.sql("(select %s, %s from %s)".formatted(selected(), ends, historySql()))).as("r");
    }

    private String selected() {
        return Stream.concat(SYSTEM_COLUMNS.stream().map(EntityTable::quote), columns().stream().map(this::placed))
                .collect(Collectors.joining(", "));
    }

    private String placed(Column column) {
        String name = quote(column.name());
        if (isErased(column)) return "null::%s as %s".formatted(column.type().sql(), name);
        String now = place.renamed().get(column.name());
        return now == null ? name : quote(now) + " as " + name;
    }

    /// The records as of a moment, as a jOOQ table named `r`.
    public Table<Record> asOf(@Nullable Instant moment) {
        return moment == null && place.isOrdinary() ? current().as("r") : DSL.table(DSL.sql(asOfSql(moment))).as("r");
    }

    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
