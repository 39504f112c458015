package org.luoshi.register.internal.record;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.Field.PersonalKind;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.value.Mask;

/// Covers personal data. Only the program itself sees it as it is; people reveal it one record at a time.
public final class Masking {

    private final Map<String, PersonalKind> personal = new LinkedHashMap<>();

    public Masking(Entity entity) {
        for (Field field : entity.fields()) {
            if (field.personal() != null) personal.put(field.id(), field.personal());
        }
    }

    public boolean covers(String field, Viewer viewer) {
        return !viewer.everywhere() && personal.containsKey(field);
    }

    public Set<String> fields() {
        return personal.keySet();
    }

    public RegisterRecord mask(RegisterRecord record, Viewer viewer) {
        if (viewer.everywhere() || personal.isEmpty()) {
            return record;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record.values());
        Set<String> masked = new HashSet<>();
        for (String field : personal.keySet()) {
            if (values.get(field) != null) {
                values.put(field, mask(field, values.get(field), viewer));
                masked.add(field);
            }
        }
        return new RegisterRecord(
                record.id(), record.version(), record.knownFrom(), record.change(), values, masked);
    }

    public @Nullable Object mask(String field, @Nullable Object value, Viewer viewer) {
        PersonalKind kind = viewer.everywhere() ? null : personal.get(field);
        return value == null || kind == null ? value : Mask.of(kind, value);
    }
}
