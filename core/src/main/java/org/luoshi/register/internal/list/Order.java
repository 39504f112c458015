package org.luoshi.register.internal.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ListRefused;
import org.luoshi.register.Sort;

/// A total order of records that an index can deliver: the business key, or one field and then `_id`.
///
/// Missing values come last, in a section of their own, so that both sections are plain ranges of the index.
final class Order {

    private final List<Field<Object>> columns;
    private final List<String> types;
    private final boolean nullable;
    private final boolean descending;

    private Order(List<Field<Object>> columns, List<String> types, boolean nullable, boolean descending) {
        this.columns = columns;
        this.types = types;
        this.nullable = nullable;
        this.descending = descending;
    }

    static Order of(Entity entity, @Nullable Sort sort) {
        List<Column> key = columns(entity, entity.key());
        if (sort == null || entity.key().equals(List.of(sort.field()))) {
            return new Order(
                    key.stream().map(Conditions::column).toList(),
                    key.stream().map(c -> c.type().sql()).toList(),
                    false,
                    sort != null && sort.descending());
        }
        org.luoshi.pack.Field declared = entity.require(sort.field());
        List<Field<Object>> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        if (declared.type() instanceof EnumerationType(List<EnumerationValue> values)) {
            String members = values.stream().map(v -> "'" + v.id() + "'").collect(Collectors.joining(","));
            columns.add(DSL.field("array_position(array[" + members + "]::text[], {0})", SQLDataType.INTEGER,
                    DSL.field(DSL.name(declared.id()))).coerce(Object.class));
            types.add("integer");
        } else {
            Column column = columns(entity, List.of(sort.field())).getFirst();
            columns.add(Conditions.column(column));
            types.add(column.type().sql());
        }
        columns.add(EntityTable.ID.coerce(Object.class));
        types.add("bigint");
        return new Order(columns, types, !declared.required(), sort.descending());
    }

    /// Fields whose order needs no sorting of the whole table; every field that has an order where it is small.
    static Set<String> sortable(Entity entity, boolean small) {
        Set<String> fields = new HashSet<>();
        for (org.luoshi.pack.Field field : entity.fields()) {
            boolean ordered = !(field.type() instanceof PointType) && field.personal() == null;
            if (ordered && (small || indexed(entity, field))) {
                fields.add(field.id());
            }
        }
        return fields;
    }

    private static boolean indexed(Entity entity, org.luoshi.pack.Field field) {
        return !(field.type() instanceof EnumerationType)
                && (entity.key().equals(List.of(field.id()))
                        || field.id().equals(entity.unit())
                        || field.type() instanceof ReferenceType
                        || entity.indexes().contains(List.of(field.id())));
    }

    List<Field<Object>> columns() {
        return columns;
    }

    boolean nullable() {
        return nullable;
    }

    int size() {
        return columns.size();
    }

    /// @param backward towards the first page
    /// @param missing the section of records without the order's field
    List<SortField<?>> sort(boolean backward, boolean missing) {
        List<SortField<?>> sort = new ArrayList<>();
        for (Field<Object> column : missing ? columns.subList(1, columns.size()) : columns) {
            sort.add(descending != backward ? column.desc() : column.asc());
        }
        return sort;
    }

    Condition section(boolean missing) {
        if (!nullable) {
            return DSL.noCondition();
        }
        return missing ? columns.getFirst().isNull() : columns.getFirst().isNotNull();
    }

    /// Beyond the cursor inside one section; the cursor is of the same section.
    Condition beyond(Cursor cursor, boolean backward, boolean missing) {
        int from = missing ? 1 : 0;
        List<Field<Object>> left = columns.subList(from, columns.size());
        List<Field<Object>> right = new ArrayList<>();
        for (int i = from; i < columns.size(); i++) {
            right.add(DSL.field("cast({0} as " + types.get(i) + ")", Object.class, DSL.val(cursor.values().get(i))));
        }
        boolean down = descending != backward;
        return down
                ? DSL.row(left).lessThan(DSL.row(right))
                : DSL.row(left).greaterThan(DSL.row(right));
    }

    /// @param row with the order's columns named `_o0`, `_o1`, …
    Cursor cursor(Record row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get("_o" + i);
            values.add(value == null ? null : value.toString());
        }
        return new Cursor(values);
    }

    private static List<Column> columns(Entity entity, List<String> fields) {
        return fields.stream().flatMap(f -> EntityTable.columns(entity.require(f))).toList();
    }

    static ListRefused notSortable(Entity entity, String field) {
        return new ListRefused(
                "%s 太大，不能按 %s 排序；在包里为它声明索引".formatted(entity.title().zh(), field),
                "%s is too large to sort by %s; declare an index for it in the pack".formatted(entity.title().en(), field));
    }
}
