package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.expression.Environment;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RegisterRecord;

/// Writes single records inside a change that another module has opened.
public final class EntrustedWriter {

    private final Entity entity;
    private final Setting setting;
    private final Versions versions;

    public EntrustedWriter(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.versions = new Versions(new EntityTable(entity), setting.database());
    }

    /// @param before the record that the values change, null for a new one
    public List<FieldError> check(
            Map<String, ? extends @Nullable Object> values, @Nullable RegisterRecord before) {
        return problems(new LinkedHashMap<>(values), before);
    }

    public Optional<RegisterRecord> find(long id) {
        return versions.current(id);
    }

    public Optional<RegisterRecord> masked(long id) {
        Viewer anybody = new Viewer("", Text.EMPTY, List.of());
        return find(id).map(record -> new Masking(entity).mask(record, anybody));
    }

    /// @throws IllegalArgumentException if the values make no good record
    public RegisterRecord create(Map<String, ? extends @Nullable Object> values, Change change) {
        RegisterRecord after = versions.insert(versions.nextId(), checked(values, null), change);
        setting.events().publishEvent(new RecordsChanged(entity.id(), change, List.of(new RecordChange(null, after))));
        return after;
    }

    /// @param values the fields to change; others stay
    /// @throws IllegalArgumentException if the values make no good record
    public RegisterRecord update(long id, Map<String, ? extends @Nullable Object> values, Change change) {
        RegisterRecord before = versions.lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record %s/%d".formatted(entity.id(), id)));
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(before.values());
        merged.putAll(values);
        Map<String, @Nullable Object> checked = checked(merged, before);
        if (checked.equals(before.values())) {
            return before;
        }
        RegisterRecord after = versions.update(List.of(id), checked, change).getFirst();
        setting.events().publishEvent(new RecordsChanged(entity.id(), change, List.of(new RecordChange(before, after))));
        return after;
    }

    /// @param values `_id` → field → value; not checked
    public void updateAll(Map<Long, Map<String, @Nullable Object>> values, Change change) {
        List<RecordChange> changes = new ArrayList<>();
        for (RegisterRecord before : versions.lock(values.keySet())) {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>(before.values());
            merged.putAll(values.get(before.id()));
            if (merged.equals(before.values())) continue;
            changes.add(new RecordChange(
                    before,
                    new RegisterRecord(
                            before.id(), before.version() + 1, change.knownAt(), change.number(), merged, Set.of())));
        }
        versions.updateEach(changes.stream().map(RecordChange::after).toList(), values, change);
        if (!changes.isEmpty()) {
            setting.events().publishEvent(new RecordsChanged(entity.id(), change, changes));
        }
    }

    /// The values as expressions see them.
    public Environment environment(Map<String, @Nullable Object> values) {
        return new Constraints(entity, setting).row(values);
    }

    /// What the database had against writing the values, in words; empty where it is not about them.
    public Optional<FieldError> explain(RuntimeException failure, Map<String, ? extends @Nullable Object> values) {
        return new DatabaseErrors(entity, setting).explain(failure, new LinkedHashMap<>(values));
    }

    private Map<String, @Nullable Object> checked(
            Map<String, ? extends @Nullable Object> values, @Nullable RegisterRecord before) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(values);
        List<FieldError> errors = problems(kept, before);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("%s: %s".formatted(entity.id(), errors));
        }
        return kept;
    }

    private List<FieldError> problems(Map<String, @Nullable Object> values, @Nullable RegisterRecord before) {
        Reserved reserved = new Reserved(entity, setting);
        if (before == null) reserved.begin(values);
        List<FieldError> problems = new ArrayList<>(new RecordCheck(entity, setting).check(values, before));
        problems.addAll(reserved.problems(values, before));
        return problems;
    }
}
