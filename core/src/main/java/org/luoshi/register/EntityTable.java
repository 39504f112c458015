package org.luoshi.register;

import java.time.Instant;
import java.util.List;
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
/// two). History adds `_known_to`, `_ended_by` (the change that ended the version) and `_deleted`.
public record EntityTable(Entity entity) {

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

    public String schema() {
        return entity.id().pack();
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

    /// What to write after FROM to see the records as of a moment; the plain table for the present.
    ///
    /// @param moment null for the present
    public String asOfSql(@Nullable Instant moment) {
        if (moment == null) {
            return currentSql();
        }
        String columns = Stream.concat(SYSTEM_COLUMNS.stream(), columns().stream().map(Column::name))
                .map(EntityTable::quote)
                .collect(Collectors.joining(", "));
        String at = "timestamptz '" + moment + "'";
        return """
                (select %1$s from %2$s where _known_from <= %4$s
                 union all
                 select %1$s from %3$s where _known_from <= %4$s and _known_to > %4$s)"""
                .formatted(columns, currentSql(), historySql(), at);
    }

    /// The records as of a moment, as a jOOQ table named `r`.
    public Table<Record> asOf(@Nullable Instant moment) {
        return moment == null ? current().as("r") : DSL.table(DSL.sql(asOfSql(moment))).as("r");
    }

    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
