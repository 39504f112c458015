package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.WriteResult.Missing;
import org.luoshi.register.WriteResult.Refused;
import org.luoshi.register.WriteResult.Unchanged;
import org.luoshi.register.WriteResult.Written;
import org.luoshi.register.WriteResult;

/// Writes one record at a time, each in a transaction of its own with one change. What is not written leaves no trace.
public final class RecordWriter {

    private final Entity entity;
    private final Setting setting;
    private final Versions versions;
    private final RecordAccess access;
    private final Masking masking;
    private final DatabaseErrors errors;
    private final Conflicts conflicts;
    private final Reserved reserved;

    public RecordWriter(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.versions = new Versions(setting.table(entity), setting.database());
        this.access = new RecordAccess(entity, setting);
        this.masking = new Masking(entity);
        this.errors = new DatabaseErrors(entity, setting);
        this.conflicts = new Conflicts(entity, setting, versions, masking);
        this.reserved = new Reserved(entity, setting);
    }

    public WriteResult create(Map<String, ? extends @Nullable Object> given, Viewer viewer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(given);
        reserved.begin(values);
        List<FieldError> wrong = new ArrayList<>(new RecordCheck(entity, setting).check(values, null));
        wrong.addAll(reserved.problems(values, null, viewer));
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        access.demand(viewer, Permission.WRITE_RECORD, values);
        return write(values, () -> {
            long id = versions.nextId();
            Change change = open(viewer, "record.create", id, Map.of());
            RegisterRecord after = versions.insert(id, values, change);
            publish(change, null, after);
            return new Written(masking.mask(after, viewer), change);
        });
    }

    /// What could not be read, and what else is wrong with the rest.
    ///
    /// @param shown the record as the form showed it, null for a new one; what is masked in it cannot be judged
    public List<FieldError> wrong(FormReading reading, @Nullable RegisterRecord shown) {
        List<FieldError> wrong = new ArrayList<>(reading.errors());
        Set<@Nullable String> told = wrong.stream().map(FieldError::field).collect(Collectors.toCollection(HashSet::new));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (shown != null) {
            values.putAll(shown.values());
            told.addAll(shown.masked());
        }
        values.putAll(reading.values());
        if (shown == null) {
            reserved.begin(values);
        }
        values.keySet().removeAll(told);
        new RecordCheck(entity, setting).check(values, shown).stream()
                .filter(error -> !told.contains(error.field()))
                .forEach(wrong::add);
        return wrong;
    }

    /// @param expected the version that the writer has seen
    /// @param given the fields to change, by id
    public WriteResult update(long id, int expected, Map<String, ? extends @Nullable Object> given, Viewer viewer) {
        return versions.current(id)
                .map(now -> update(now, expected, given, viewer))
                .orElseGet(Missing::new);
    }

    private WriteResult update(
            RegisterRecord now, int expected, Map<String, ? extends @Nullable Object> given, Viewer viewer) {
        Map<String, @Nullable Object> merged = merged(now, given);
        Optional<WriteResult> early = prepare(now, expected, given, merged, viewer);
        if (early.isPresent()) return early.get();
        Map<String, String> details = Map.of("fields", changed(now, given.keySet(), merged));
        return write(merged, () -> {
            Change change = open(viewer, "record.update", now.id(), details);
            Optional<RegisterRecord> after = versions.replace(now, merged, change);
            if (after.isEmpty()) return overtaken(now.id(), expected, given, viewer);
            publish(change, now, after.get());
            return new Written(masking.mask(after.get(), viewer), change);
        });
    }

    /// What to tell a writer when another one was faster.
    private WriteResult overtaken(long id, int expected, Map<String, ? extends @Nullable Object> given, Viewer viewer) {
        return versions.current(id)
                .flatMap(now -> prepare(now, expected, given, merged(now, given), viewer))
                .orElseGet(Missing::new);
    }

    /// @param reason kept in the audit log
    public WriteResult delete(long id, int expected, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return new Refused(List.of(new FieldError(
                    null, new Text("写明删除的理由", "say why the record is deleted"))));
        }
        return write(Map.of(), () -> {
            Change change = open(viewer, "record.delete", id, Map.of("reason", reason));
            List<RegisterRecord> locked = versions.lock(List.of(id));
            if (locked.isEmpty() || !access.may(viewer, Permission.READ, locked.getFirst().values())) {
                return new Missing();
            }
            RegisterRecord before = locked.getFirst();
            access.demand(viewer, Permission.WRITE_RECORD, before.values());
            if (before.version() != expected) {
                return conflicts.of(before, expected, Map.of(), viewer);
            }
            if (!viewer.everywhere() && reserved.isJudged(before.values())) {
                return new Refused(List.of(new FieldError(null, Reserved.CLOSED)));
            }
            versions.delete(id, change);
            publish(change, before, null);
            return new Written(masking.mask(before, viewer), change);
        });
    }

    /// What keeps the update from being written, if anything does.
    ///
    /// @param merged the record as it will be; brought into the form in which values are kept
    private Optional<WriteResult> prepare(
            RegisterRecord now,
            int expected,
            Map<String, ? extends @Nullable Object> given,
            Map<String, @Nullable Object> merged,
            Viewer viewer) {
        if (!access.may(viewer, Permission.READ, now.values())) {
            return Optional.of(new Missing());
        }
        boolean judging = reserved.areAll(given.keySet());
        if (!judging) access.demand(viewer, Permission.WRITE_RECORD, now.values());
        if (now.version() != expected) {
            return Optional.of(conflicts.of(now, expected, given, viewer));
        }
        List<FieldError> wrong = new ArrayList<>(new RecordCheck(entity, setting).check(merged, now));
        wrong.addAll(reserved.problems(merged, now, viewer));
        if (!wrong.isEmpty()) {
            return Optional.of(new Refused(wrong));
        }
        if (!judging) access.demand(viewer, Permission.WRITE_RECORD, merged);
        boolean same = given.keySet().stream().allMatch(f -> Objects.equals(now.value(f), merged.get(f)));
        return same ? Optional.of(new Unchanged(masking.mask(now, viewer))) : Optional.empty();
    }

    /// Those of the fields that get another value, by id.
    private static String changed(RegisterRecord now, Set<String> fields, Map<String, @Nullable Object> merged) {
        return fields.stream()
                .filter(field -> !Objects.equals(now.value(field), merged.get(field)))
                .collect(Collectors.joining(","));
    }

    private static Map<String, @Nullable Object> merged(
            RegisterRecord now, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(now.values());
        merged.putAll(given);
        return merged;
    }

    private WriteResult write(Map<String, @Nullable Object> values, Supplier<WriteResult> work) {
        try {
            WriteResult result = setting.transaction().execute(status -> {
                WriteResult outcome = work.get();
                if (!(outcome instanceof Written)) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
            return Objects.requireNonNull(result);
        } catch (RuntimeException failure) {
            return new Refused(List.of(errors.explain(failure, values).orElseThrow(() -> failure)));
        }
    }

    private Change open(Viewer viewer, String action, long id, Map<String, String> details) {
        return setting.log().open(new ChangeRequest(viewer.account(), action, entity.id() + "/" + id, details));
    }

    private void publish(Change change, @Nullable RegisterRecord before, @Nullable RegisterRecord after) {
        setting.events().publishEvent(new RecordsChanged(entity.id(), change, List.of(new RecordChange(before, after))));
    }
}
