package org.luoshi.register.internal.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Constraint;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;

/// The entity's own rules, evaluated in the JVM. A rule that looks into other records reads them as they are now.
public final class Constraints {

    private final Entity entity;
    private final Setting setting;
    private final LocalDate today;

    public Constraints(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.today = setting.today();
    }

    /// Rules that the values break; unknown counts as kept.
    public List<FieldError> broken(Map<String, @Nullable Object> values) {
        List<FieldError> broken = new ArrayList<>();
        Environment row = new Row(values);
        for (Constraint constraint : entity.constraints()) {
            if (Boolean.FALSE.equals(Evaluator.evaluate(constraint.check(), row))) {
                broken.add(new FieldError(constraint.field(), constraint.message()));
            }
        }
        return broken;
    }

    /// The record as expressions see it.
    Environment row(Map<String, @Nullable Object> values) {
        return new Row(values);
    }

    private final class Row implements Environment {

        private final Map<String, @Nullable Object> values;

        private Row(Map<String, @Nullable Object> values) {
            this.values = values;
        }

        @Override
        public @Nullable Object field(Expr.FieldPath path) {
            Entity at = entity;
            Object value = path.path().isEmpty() ? null : values.get(path.path().getFirst());
            for (int i = 1; i < path.path().size() && value instanceof Long id; i++) {
                Field reference = at.require(path.path().get(i - 1));
                if (!(reference.type() instanceof ReferenceType(var target))) {
                    throw new IllegalStateException("`%s` of %s leads nowhere".formatted(reference.id(), path));
                }
                at = setting.packs().entity(target).orElseThrow();
                value = setting.database()
                        .select(EntityTable.columns(at.require(path.path().get(i))).toList().getFirst().jooq())
                        .from(new EntityTable(at).current())
                        .where(EntityTable.ID.eq(id))
                        .fetchOptional(r -> r.get(0))
                        .orElse(null);
            }
            return value;
        }

        @Override
        public LocalDate today() {
            return today;
        }
    }
}
