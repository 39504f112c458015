package org.luoshi.register.internal.list;

import static org.luoshi.tables.Tables.UNIT_ANCESTOR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Filter;
import org.luoshi.register.ListRefused;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Setting;

/// Filters and search words as SQL, narrowed to what the viewer may read.
///
/// Personal fields can be neither filtered nor searched by people: the answer would tell what the mask hides.
public final class Conditions {

    private final Entity entity;
    private final RecordAccess access;
    private final Masking masking;

    public Conditions(Entity entity, Setting setting) {
        this.entity = entity;
        this.access = new RecordAccess(entity, setting);
        this.masking = new Masking(entity);
    }

    public Condition of(List<Filter> filters, @org.jspecify.annotations.Nullable String search, Viewer viewer, Permission permission) {
        List<Condition> all = new ArrayList<>();
        all.add(access.rows(viewer, permission));
        filters.forEach(filter -> all.add(of(filter, viewer)));
        if (search != null && !search.isBlank()) {
            all.add(search(search.strip(), viewer));
        }
        return DSL.and(all);
    }

    private Condition of(Filter filter, Viewer viewer) {
        org.luoshi.pack.Field declared = entity.field(filter.field())
                .orElseThrow(() -> new ListRefused(
                        "登记表 %s 没有字段 %s".formatted(entity.title().zh(), filter.field()),
                        "register %s has no field %s".formatted(entity.id(), filter.field())));
        if (masking.covers(declared.id(), viewer)) {
            throw new ListRefused(
                    "%s 是个人信息，不能用来筛选".formatted(declared.title().zh()),
                    "%s is personal data and cannot be filtered by".formatted(declared.title().en()));
        }
        Column column = EntityTable.columns(declared).toList().getFirst();
        Field<Object> field = column(column);
        return switch (filter) {
            case Filter.Equal(_, Object value) when declared.type() instanceof PointType ->
                throw new ListRefused("不能按地点 %s 筛选".formatted(value), "cannot filter by the place %s".formatted(value));
            case Filter.Equal(_, Object value) -> field.eq(value(field, value));
            case Filter.In(_, List<Object> values) -> field.in(values.stream().map(v -> value(field, v)).toList());
            case Filter.Range(_, Object from, Object to) -> DSL.and(
                    from == null ? DSL.noCondition() : field.ge(value(field, from)),
                    to == null ? DSL.noCondition() : field.le(value(field, to)));
            case Filter.Contains(_, String text) -> like(field.cast(SQLDataType.VARCHAR), text);
            case Filter.Empty(_, boolean empty) -> empty ? field.isNull() : field.isNotNull();
            case Filter.Within(_, String unit) -> field.cast(SQLDataType.VARCHAR)
                    .in(DSL.select(UNIT_ANCESTOR.UNIT).from(UNIT_ANCESTOR).where(UNIT_ANCESTOR.ANCESTOR.eq(unit)));
        };
    }

    private Condition search(String words, Viewer viewer) {
        List<Condition> places = Stream.concat(Stream.of(entity.label()), entity.key().stream())
                .distinct()
                .map(entity::require)
                .filter(f -> f.type() instanceof TextType && !masking.covers(f.id(), viewer))
                .map(f -> like(DSL.field(DSL.name(f.id()), SQLDataType.VARCHAR), words))
                .toList();
        return DSL.or(places);
    }

    /// Chinese has no case; plain LIKE is several times as fast.
    private static Condition like(Field<String> field, String text) {
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        boolean cased = text.codePoints().anyMatch(c -> Character.toLowerCase(c) != Character.toUpperCase(c));
        return cased ? field.likeIgnoreCase(pattern) : field.like(pattern);
    }

    @SuppressWarnings("unchecked")
    static Field<Object> column(Column column) {
        return (Field<Object>) column.jooq();
    }

    private static Field<Object> value(Field<Object> field, Object value) {
        return DSL.val(value, field.getDataType());
    }
}
