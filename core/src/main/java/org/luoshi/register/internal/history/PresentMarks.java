package org.luoshi.register.internal.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.Field.PersonalKind;

/// Who may see what is a matter of the present: a field marked personal since is covered as of the past too.
public final class PresentMarks {

    private PresentMarks() {}

    /// @param then declaration of the past
    /// @param now declaration of the present, if there is one
    /// @return `then` with the marks of both
    public static Entity on(Entity then, Optional<Entity> now) {
        return now.filter(present -> present != then)
                .map(present -> new Entity(
                        then.id(),
                        then.title(),
                        then.plural(),
                        then.key(),
                        then.label(),
                        then.unit(),
                        then.fields().stream().map(field -> marked(field, present)).toList(),
                        then.constraints(),
                        then.indexes(),
                        then.list(),
                        then.renamed()))
                .orElse(then);
    }

    private static Field marked(Field field, Entity present) {
        if (field.personal() != null) return field;
        String called = present.renamed().getOrDefault(field.id(), field.id());
        @Nullable PersonalKind mark = present.field(called).map(Field::personal).orElse(null);
        return new Field(field.id(), field.title(), field.type(), field.required(), mark, field.help(), field.setBy(), field.initial());
    }
}
