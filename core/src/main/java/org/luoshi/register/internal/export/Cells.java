package org.luoshi.register.internal.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.register.EntityTable;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.form.ValueText;
import org.luoshi.register.internal.record.Setting;

/// Values as cells that an import reads back: titles for enumerations, names for units, keys for references.
final class Cells {

    private final Setting setting;
    private final Language language;
    private final ValueText texts;

    Cells(Setting setting, Language language) {
        this.setting = setting;
        this.language = language;
        this.texts = new ValueText(setting.units(), setting.commitments());
    }

    String head(Field field) {
        String symbol = switch (field.type()) {
            case org.luoshi.pack.FieldType.IntegerType t -> t.unit().symbol();
            case org.luoshi.pack.FieldType.DecimalType t -> t.unit().symbol();
            default -> "1";
        };
        return field.title().in(language) + (symbol.equals("1") ? "" : " (" + symbol + ")");
    }

    /// @param keys of the records referred to by this field, by `_id`
    String text(Field field, @Nullable Object value, Map<Long, String> keys) {
        if (value instanceof String id && field.type() instanceof UnitType) {
            return setting.units().find(id).map(Unit::name).map(n -> n.in(language)).orElse(id);
        }
        if (value instanceof String id && field.type() instanceof CommitmentType) {
            return id; // titles change, and an import of this file must mean the same
        }
        return texts.show(field, value, language, keys);
    }

    /// Keys of all records that these refer to: field → `_id` → key. Records whose key has several fields are missing:
    /// their `#id` says it.
    Map<String, Map<Long, String>> keys(Entity entity, List<RegisterRecord> records) {
        Map<String, Map<Long, String>> keys = new HashMap<>();
        for (Field field : entity.fields()) {
            if (field.type() instanceof ReferenceType(var target)) {
                Entity referred = setting.entity(target).orElseThrow();
                Set<Long> ids = records.stream()
                        .map(r -> (Long) r.value(field.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                keys.put(field.id(), referred.key().size() > 1 || ids.isEmpty() ? Map.of() : keys(referred, ids));
            }
        }
        return keys;
    }

    private Map<Long, String> keys(Entity referred, Set<Long> ids) {
        var key = EntityTable.columns(referred.require(referred.key().getFirst())).toList().getFirst().jooq();
        return setting.database()
                .select(EntityTable.ID, key)
                .from(setting.table(referred).asOf(setting.asOf()))
                .where(EntityTable.ID.in(ids))
                .fetchMap(r -> r.get(EntityTable.ID), r -> ValueText.plain(r.get(1)));
    }
}
