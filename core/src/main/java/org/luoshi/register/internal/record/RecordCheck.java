package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.register.FieldError;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.FieldReader;

/// Whether values make a good record: each field by its type, and the entity's constraints as far as the good fields
/// decide them, so that a writer is told everything at once.
final class RecordCheck {

    private final Entity entity;
    private final Setting setting;
    private final Map<String, FieldReader> readers = new LinkedHashMap<>();
    private final Constraints constraints;

    RecordCheck(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.constraints = new Constraints(entity, setting);
        for (Field field : entity.fields()) {
            readers.put(field.id(), new FieldReader(field, setting.units(), setting.commitments(), Setting.ZONE, setting.today()));
        }
    }

    /// @param values as asked for; replaced by the form in which they are kept
    /// @param before the record that they change, null for a new one: a commitment named long ago may have left the plan
    /// @throws IllegalArgumentException if there is a value for a field that the entity has not
    List<FieldError> check(Map<String, @Nullable Object> values, @Nullable RegisterRecord before) {
        values.keySet().forEach(entity::require);
        List<FieldError> errors = new ArrayList<>();
        for (Field field : entity.fields()) {
            Object value = values.get(field.id());
            if (value == null) {
                if (field.required() || entity.key().contains(field.id())) {
                    errors.add(new FieldError(field.id(), missing(field)));
                }
                continue;
            }
            try {
                values.put(field.id(), Known.in(readers, field.id()).check(value));
                if (field.type() instanceof CommitmentType && (before == null || !value.equals(before.value(field.id())))) {
                    setting.commitments()
                            .problem((String) value)
                            .ifPresent(bad -> errors.add(new FieldError(field.id(), bad.text())));
                }
            } catch (BadValue e) {
                errors.add(new FieldError(field.id(), e.text()));
            }
        }
        Set<@Nullable String> told = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        Map<String, @Nullable Object> sound = new LinkedHashMap<>(values);
        sound.keySet().removeAll(told);
        constraints.broken(sound).stream()
                .filter(error -> !told.contains(error.field()))
                .forEach(errors::add);
        return errors;
    }

    static Text missing(Field field) {
        return new Text("填写%s".formatted(field.title().zh()), "fill in %s".formatted(field.title().en()));
    }
}
