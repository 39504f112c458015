package org.luoshi.process.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RegisterRecord;

/// What is wrong with a form, all of it at once and each field once: what could not be read, and what else keeps the
/// rest from being a record.
final class FormMistakes {

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<@Nullable String> told = new HashSet<>();

    /// @param unread what could not be read already, beside fields that are no part of the record
    FormMistakes(List<FieldError> unread) {
        unread.forEach(this::add);
    }

    /// @param values all of the record, as it would be
    /// @param before null for a new record
    void check(
            EntrustedRegister register,
            FormReading reading,
            Map<String, @Nullable Object> values,
            @Nullable RegisterRecord before) {
        reading.errors().forEach(this::add);
        values.keySet().removeAll(told);
        register.check(values, before).stream()
                .filter(error -> !told.contains(error.field()) || error.field() == null)
                .toList()
                .forEach(this::add);
    }

    /// A field without which the record is good, but what is asked for cannot be done.
    void need(EntrustedRegister register, String field, Map<String, @Nullable Object> values) {
        if (values.get(field) != null || told.contains(field)) return;
        Text title = register.entity().require(field).title();
        add(new FieldError(field, new Text("填写" + title.zh(), "fill in " + title.en())));
    }

    void add(FieldError error) {
        errors.add(error);
        told.add(error.field());
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
