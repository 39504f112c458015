package org.luoshi.register.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.UnitType;
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

    public Condition of(List<Filter> filters, @Nullable String search, Viewer viewer, Permission permission) {
        return of(filters, viewer, permission)
                .and(Search.of(entity, search, viewer).map(Search::hasEach).orElse(DSL.noCondition()));
    }

    /// No condition at all where the viewer reads everything and nothing is filtered.
    Condition of(List<Filter> filters, Viewer viewer, Permission permission) {
        List<Condition> all = new ArrayList<>();
        all.add(access.rows(viewer, permission));
        filters.forEach(filter -> all.add(of(filter, viewer)));
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
            case Filter.Contains(_, String text) -> DSL.condition(
                    "strpos(luoshi.search_text({0}), luoshi.search_text({1})) > 0",
                    field.cast(SQLDataType.CLOB), DSL.inline(text.strip()));
            case Filter.Empty(_, boolean empty) -> empty ? field.isNull() : field.isNotNull();
            case Filter.Box _ when !(declared.type() instanceof PointType) ->
                throw new ListRefused(
                        "%s 不是地点".formatted(declared.title().zh()), "%s is no place".formatted(declared.title().en()));
            case Filter.Box box -> within(box, EntityTable.columns(declared).map(Conditions::column).toList());
            case Filter.Within _ when !(declared.type() instanceof UnitType) ->
                throw new ListRefused(
                        "%s 不是单位，不能按所属筛选".formatted(declared.title().zh()),
                        "%s is no unit, so it lies within none".formatted(declared.title().en()));
            case Filter.Within(_, String unit) ->
                access.within(declared, Set.of(unit));
        };
    }

    /// @param degrees longitude and latitude
    private static Condition within(Filter.Box box, List<Field<Object>> degrees) {
        Field<Object> longitude = degrees.getFirst();
        Field<Object> latitude = degrees.getLast();
        Condition eastOf = longitude.ge(value(longitude, box.west()));
        Condition westOf = longitude.le(value(longitude, box.east()));
        boolean crossing = box.west().compareTo(box.east()) > 0;
        return latitude.between(value(latitude, box.south()), value(latitude, box.north()))
                .and(crossing ? eastOf.or(westOf) : eastOf.and(westOf));
    }

    @SuppressWarnings("unchecked")
    static Field<Object> column(Column column) {
        return (Field<Object>) column.jooq();
    }

    private static Field<Object> value(Field<Object> field, Object value) {
        return DSL.val(value, field.getDataType());
    }
}
