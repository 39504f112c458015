package org.luoshi.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.expression.Environment;
import org.luoshi.register.internal.form.Forms;
import org.luoshi.register.internal.form.ValueText;
import org.luoshi.register.internal.list.ReferenceLabels;
import org.luoshi.register.internal.record.EntrustedWriter;
import org.luoshi.register.internal.record.RecordReader;
import org.luoshi.register.internal.record.Setting;

/// The records of one entity in the hands of a module that itself decides who may see and write them, and that has
/// opened the change. Nothing is narrowed and nothing is masked here, but what somebody types can only name records that he
/// may read.
///
/// For cases: holding a task gives exactly its data, whatever else its holder may. Pages never get one of these.
public final class EntrustedRegister {

    private final Entity entity;
    private final Setting setting;

    EntrustedRegister(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    public Entity entity() {
        return entity;
    }

    /// @param asOf null for the present
    public Optional<RegisterRecord> find(long id, @Nullable Instant asOf) {
        return asOf == null
                ? new EntrustedWriter(entity, setting).find(id)
                : new RecordReader(entity, setting).find(id, asOf, Viewer.system());
    }

    /// The record with its personal data covered.
    public Optional<RegisterRecord> masked(long id) {
        return new EntrustedWriter(entity, setting).masked(id);
    }

    /// What keeps the values, of all fields, from being a record.
    ///
    /// @param before the record that they change, null for a new one
    public List<FieldError> check(
            Map<String, ? extends @Nullable Object> values, @Nullable RegisterRecord before) {
        return new EntrustedWriter(entity, setting).check(values, before);
    }

    /// Changes many records, each in its own fields. Nothing is checked: only for values that the program computed.
    ///
    /// @param values `_id` → field → value
    public void updateAll(Map<Long, Map<String, @Nullable Object>> values, Change change) {
        new EntrustedWriter(entity, setting).updateAll(values, change);
    }

    /// @throws IllegalArgumentException if the values make no good record; ask [#check] first
    public RegisterRecord create(Map<String, ? extends @Nullable Object> values, Change change) {
        return new EntrustedWriter(entity, setting).create(values, change);
    }

    /// @param values the fields to change; others stay
    /// @return the record as it then is; the same version where nothing changed
    /// @throws IllegalArgumentException if the values make no good record; ask [#check] first
    public RegisterRecord update(long id, Map<String, ? extends @Nullable Object> values, Change change) {
        return new EntrustedWriter(entity, setting).update(id, values, change);
    }

    /// The values of a record as expressions see them.
    public Environment environment(Map<String, @Nullable Object> values) {
        return new EntrustedWriter(entity, setting).environment(values);
    }

    /// What the database had against writing the values, in words; empty where it is not about them.
    public Optional<FieldError> explain(RuntimeException failure, Map<String, ? extends @Nullable Object> values) {
        return new EntrustedWriter(entity, setting).explain(failure, values);
    }

    /// A form for the record, or for a new one; with what was typed and what is wrong with it.
    public RecordForm form(@Nullable RegisterRecord record, Map<String, String> typed, List<FieldError> errors) {
        return new Forms(entity, setting).form(record, typed, errors, Viewer.system());
    }

    /// @param typed by field id; fields that are absent are left alone
    /// @param shown the record as its form may have shown it, so that an untouched mask is not taken for a value; null
    ///     for a new record
    /// @param viewer who typed: he names other records only among those that he may read
    public FormReading read(Map<String, String> typed, @Nullable RegisterRecord shown, Viewer viewer) {
        return new Forms(entity, setting).read(typed, shown, viewer);
    }

    /// Labels of the records that these refer to: field → `_id` → label.
    public Map<String, Map<Long, String>> references(List<RegisterRecord> records) {
        return new ReferenceLabels(setting).of(entity, records, Viewer.system());
    }

    /// A value that is no field's, for a page; empty where there is none.
    ///
    /// @param shape its type and unit
    public String show(Field shape, @Nullable Object value, Language language) {
        return new ValueText(setting.units(), setting.commitments()).show(shape, value, language, Map.of());
    }

    /// A value for a page; empty where there is none.
    ///
    /// @param references `_id` → label for this field
    public String show(String field, @Nullable Object value, Language language, Map<Long, String> references) {
        return new ValueText(setting.units(), setting.commitments()).show(entity.require(field), value, language, references);
    }
}
