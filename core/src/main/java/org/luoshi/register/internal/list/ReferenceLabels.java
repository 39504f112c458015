package org.luoshi.register.internal.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Choice;
import org.luoshi.register.EntityTable;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.record.Setting;

/// Names of the records that records refer to. Of a record that the viewer may not read, only its key.
public final class ReferenceLabels {

    private static final String JOINT = "/";

    private final Setting setting;

    public ReferenceLabels(Setting setting) {
        this.setting = setting;
    }

    public Map<String, Map<Long, String>> of(Entity entity, List<RegisterRecord> records, Viewer viewer) {
        Map<String, Map<Long, String>> labels = new HashMap<>();
        for (org.luoshi.pack.Field field : entity.fields()) {
            if (field.type() instanceof ReferenceType(var target)) {
                Set<Long> ids = records.stream()
                        .map(r -> (Long) r.value(field.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                labels.put(field.id(), labels(target, ids, viewer));
            }
        }
        return labels;
    }

    /// @param values of fields, as a history has them: earlier ones beside the present one
    public Map<String, Map<Long, String>> of(Entity entity, Map<String, Set<Object>> values, Viewer viewer) {
        Map<String, Map<Long, String>> labels = new HashMap<>();
        for (org.luoshi.pack.Field field : entity.fields()) {
            if (field.type() instanceof ReferenceType(var target)) {
                Set<Long> ids = values.getOrDefault(field.id(), Set.of()).stream()
                        .map(Long.class::cast)
                        .collect(Collectors.toSet());
                labels.put(field.id(), labels(target, ids, viewer));
            }
        }
        return labels;
    }

    /// Labels of those records that the viewer may read, and of no others.
    public Map<Long, String> readable(Entity entity, Set<Long> ids, Viewer viewer) {
        if (ids.isEmpty()) return Map.of();
        return setting.database()
                .select(columns(entity))
                .from(setting.table(entity).asOf(setting.asOf()))
                .where(EntityTable.ID.in(ids), new Conditions(entity, setting).of(List.of(), null, viewer, Permission.READ))
                .fetchMap(EntityTable.ID, r -> choice(entity, r, viewer).label());
    }

    private Map<Long, String> labels(QualifiedId target, Set<Long> ids, Viewer viewer) {
        Optional<Entity> referred = setting.entity(target);
        return ids.isEmpty() || referred.isEmpty() ? Map.of() : labels(referred.get(), ids, viewer);
    }

    private Map<Long, String> labels(Entity entity, Set<Long> ids, Viewer viewer) {
        // a condition that is no condition at all would be selected as null
        Condition may = DSL.trueCondition().and(new Conditions(entity, setting).of(List.of(), null, viewer, Permission.READ));
        Field<Boolean> readable = DSL.field(may).as("readable");
        return setting.database()
                .select(EntityTable.ID, key(entity), label(entity), readable)
                .from(setting.table(entity).asOf(setting.asOf()))
                .where(EntityTable.ID.in(ids))
                .fetchMap(EntityTable.ID, r -> {
                    Choice choice = choice(entity, r, viewer);
                    return Boolean.TRUE.equals(r.get("readable", Boolean.class)) ? choice.label() : choice.key();
                });
    }

    /// What [#choice] reads.
    static List<Field<?>> columns(Entity entity) {
        return List.of(EntityTable.ID, key(entity), label(entity));
    }

    static Choice choice(Entity entity, Record row, Viewer viewer) {
        Masking masking = new Masking(entity);
        Object label = masking.mask(entity.label(), row.get("label"), viewer);
        String key = row.get("key", String.class);
        return new Choice(row.get(EntityTable.ID), key, label == null ? key : label.toString());
    }

    private static Field<String> key(Entity entity) {
        List<Field<String>> parts = entity.key().stream()
                .flatMap(f -> EntityTable.columns(entity.require(f)))
                .map(c -> c.jooq().cast(SQLDataType.VARCHAR))
                .toList();
        return DSL.field("concat_ws({0}, {1})", String.class, DSL.inline(JOINT), DSL.list(parts)).as("key");
    }

    private static Field<String> label(Entity entity) {
        return DSL.field(DSL.name(entity.label())).cast(SQLDataType.VARCHAR).as("label");
    }
}
