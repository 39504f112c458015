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
/// It falls into one or two sections, each a plain range of the index: missing values come last; where a word is searched
/// for, keys that begin with it come first.
final class Order {

    private final List<Field<Object>> columns;
    private final List<String> types;
    private final boolean nullable;
    private final boolean descending;
    private final @Nullable String prefix;

    private Order(
            List<Field<Object>> columns, List<String> types, boolean nullable, boolean descending, @Nullable String prefix) {
        this.columns = columns;
        this.types = types;
        this.nullable = nullable;
        this.descending = descending;
        this.prefix = prefix;
    }

    static Order of(Entity entity, @Nullable Sort sort) {
        List<Column> key = columns(entity, entity.key());
        if (sort == null || entity.key().equals(List.of(sort.field()))) {
            return new Order(
                    key.stream().map(Conditions::column).toList(),
                    key.stream().map(c -> c.type().sql()).toList(),
                    false,
                    sort != null && sort.descending(),
                    null);
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
        return new Order(columns, types, !declared.required(), sort.descending(), null);
    }

    /// The order of the business key, after the records whose key begins so.
    Order keysFirst(String beginning) {
        return new Order(columns, types, nullable, descending, beginning);
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

    int sections() {
        return nullable || prefix != null ? 2 : 1;
    }

    /// In which section the cursor's record lies.
    int section(Cursor cursor) {
        String first = cursor.values().getFirst();
        if (prefix != null) {
            return first != null && first.startsWith(prefix) ? 0 : 1;
        }
        return nullable && first == null ? 1 : 0;
    }

    int size() {
        return columns.size();
    }

    /// @param backward towards the first page
    List<SortField<?>> sort(boolean backward, int section) {
        return kept(columns, section).stream()
                .<SortField<?>>map(column -> descending != backward ? column.desc() : column.asc())
                .toList();
    }

    Condition within(int section) {
        if (prefix != null) {
            Field<String> key = columns.getFirst().coerce(String.class);
            return section == 0 ? key.startsWith(prefix) : DSL.not(key.startsWith(prefix));
        }
        if (!nullable) {
            return DSL.noCondition();
        }
        return section == 0 ? columns.getFirst().isNotNull() : columns.getFirst().isNull();
    }

    /// Beyond the cursor inside its own section.
    Condition beyond(Cursor cursor, boolean backward) {
        int section = section(cursor);
        List<Field<Object>> right = new ArrayList<>();
        for (int i = columns.size() - kept(columns, section).size(); i < columns.size(); i++) {
            right.add(DSL.field("cast({0} as " + types.get(i) + ")", Object.class, DSL.val(cursor.values().get(i))));
        }
        List<Field<Object>> left = kept(columns, section);
        boolean down = descending != backward;
        return down
                ? DSL.row(left).lessThan(DSL.row(right))
                : DSL.row(left).greaterThan(DSL.row(right));
    }

    /// Among the records without the order's field only `_id` is left to order by.
    private <T> List<T> kept(List<T> all, int section) {
        return nullable && section == 1 ? all.subList(1, all.size()) : all;
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
