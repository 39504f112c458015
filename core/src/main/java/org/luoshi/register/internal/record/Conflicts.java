package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.FieldDifference;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.WriteResult.Conflict;

/// Tells two writers of one record apart, field by field.
final class Conflicts {

    private final Entity entity;
    private final Setting setting;
    private final Versions versions;
    private final Masking masking;

    Conflicts(Entity entity, Setting setting, Versions versions, Masking masking) {
        this.entity = entity;
        this.setting = setting;
        this.versions = versions;
        this.masking = masking;
    }

    /// @param expected the version that `mine` started from; where it is unknown, the present one stands in
    Conflict of(
            RegisterRecord now, int expected, Map<String, ? extends @Nullable Object> mine, Viewer viewer) {
        RegisterRecord base = versions.version(now.id(), expected).orElse(now);
        List<FieldDifference> differences = new ArrayList<>();
        for (Field field : entity.fields()) {
            String id = field.id();
            Object wanted = mine.containsKey(id) ? mine.get(id) : base.value(id);
            boolean same = Objects.equals(base.value(id), wanted) && Objects.equals(base.value(id), now.value(id));
            if (!same) {
                differences.add(new FieldDifference(
                        id,
                        masking.mask(id, base.value(id), viewer),
                        masking.mask(id, wanted, viewer),
                        masking.mask(id, now.value(id), viewer)));
            }
        }
        String by = setting.database()
                .select(DSL.field("actor", String.class))
                .from("luoshi.audit_entry")
                .where(DSL.field("number", Long.class).eq(now.change()))
                .fetchOptional(0, String.class)
                .orElse("?");
        return new Conflict(masking.mask(now, viewer), by, differences);
    }
}
