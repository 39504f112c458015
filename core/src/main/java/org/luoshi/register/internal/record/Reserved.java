package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.FieldError;
import org.luoshi.register.RegisterRecord;

/// Fields that only a verifier sets 核验字段. Two persons are needed: one enters the facts, another, with the right to
/// verify over the record's unit, judges them. Once a record has been judged its facts are closed until a verifier
/// takes the judgement back: what was found good is what can be read. The program itself is free of all this.
public final class Reserved {

    public static final Text NEW = new Text(
            "登记时不填，由核验人填写", "is left to a verifier; leave it out of a new record");
    public static final Text NO_RIGHT = new Text(
            "只能由有权核验该单位的核验人填写", "is set only by a verifier with a right over this unit");
    public static final Text OWN_FACTS = new Text(
            "你登记或修改过这条记录，须由他人核验", "you entered facts of this record, so another person must verify it");
    public static final Text CLOSED = new Text(
            "已有核验结论，不能再改；先由核验人撤回结论",
            "has been judged and is closed; a verifier must first take the judgement back");

    private final Entity entity;
    private final Setting setting;
    private final List<Field> fields;
    private final Set<String> ids;
    private final Authors authors;

    public Reserved(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.fields = entity.reserved();
        this.ids = fields.stream().map(Field::id).collect(Collectors.toUnmodifiableSet());
        this.authors = new Authors(entity, setting.table(entity));
    }

    /// Whether a change to these fields is a judgement and nothing else, so that no right to write is asked for.
    boolean areAll(Set<String> changed) {
        return !changed.isEmpty() && ids.containsAll(changed);
    }

    /// What a new record holds until somebody judges it.
    void begin(Map<String, @Nullable Object> values) {
        fields.stream().filter(field -> values.get(field.id()) == null).forEach(field -> values.put(field.id(), field.initial()));
    }

    /// Whether somebody has judged the record: a field with an initial value has left it, or, where there is no such
    /// field, one is filled in.
    public boolean isJudged(Map<String, @Nullable Object> values) {
        boolean begins = fields.stream().anyMatch(field -> field.initial() != null);
        return fields.stream()
                .filter(field -> !begins || field.initial() != null)
                .anyMatch(field -> !Objects.equals(values.get(field.id()), field.initial()));
    }

    /// Asks once for all of the records who entered them.
    void expect(Collection<RegisterRecord> records) {
        if (!fields.isEmpty()) {
            authors.know(records.stream().map(RegisterRecord::id).toList(), setting.database());
        }
    }

    /// @param values all of the record as it is to be, in the form in which they are kept
    /// @param before null for a new record
    List<FieldError> problems(Map<String, @Nullable Object> values, @Nullable RegisterRecord before, Viewer viewer) {
        if (fields.isEmpty() || viewer.everywhere()) {
            return List.of();
        }
        return problems(values, before, () -> before == null ? Optional.of(NEW) : refusal(before, viewer));
    }

    /// The same where no person is known to have the right: the steps of a process.
    List<FieldError> problems(Map<String, @Nullable Object> values, @Nullable RegisterRecord before) {
        return problems(values, before, () -> Optional.of(before == null ? NEW : NO_RIGHT));
    }

    private List<FieldError> problems(
            Map<String, @Nullable Object> values,
            @Nullable RegisterRecord before,
            Supplier<Optional<Text>> refusal) {
        List<FieldError> problems = new ArrayList<>();
        List<Field> judged = fields.stream()
                .filter(field -> !Objects.equals(
                        values.get(field.id()), before == null ? field.initial() : before.value(field.id())))
                .toList();
        if (!judged.isEmpty()) {
            refusal.get().ifPresent(why -> judged.forEach(field -> problems.add(new FieldError(field.id(), why))));
        }
        if (before != null && isJudged(before.values())) {
            entity.fields().stream()
                    .filter(field -> !field.reserved() && !Objects.equals(values.get(field.id()), before.value(field.id())))
                    .forEach(field -> problems.add(new FieldError(field.id(), CLOSED)));
        }
        return problems;
    }

    /// What keeps the viewer from judging the record as it is.
    public Optional<Text> refusal(RegisterRecord record, Viewer viewer) {
        if (viewer.everywhere()) {
            return Optional.empty();
        }
        if (!new RecordAccess(entity, setting).mayVerify(viewer, record.values())) {
            return Optional.of(NO_RIGHT);
        }
        boolean own = authors.of(record.id(), setting.database()).contains(viewer.account());
        return own ? Optional.of(OWN_FACTS) : Optional.empty();
    }
}
