package org.luoshi.register.internal.record;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;
import org.luoshi.register.internal.schema.RuleNames;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the database's own constraints say, in words for the person who wrote the record.
final class DatabaseErrors {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";
    private static final String INTEGRITY = "23";

    private final Entity entity;
    private final Setting setting;
    private final RowMapping mapping;

    DatabaseErrors(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.mapping = new RowMapping(new EntityTable(entity));
    }

    /// @param values that were to be written; empty for a deletion
    /// @return empty if the failure is not about the record
    Optional<FieldError> explain(RuntimeException failure, Map<String, @Nullable Object> values) {
        PSQLException problem = find(failure);
        if (problem == null || problem.getSQLState() == null || !problem.getSQLState().startsWith(INTEGRITY)) {
            return Optional.empty();
        }
        ServerErrorMessage message = problem.getServerErrorMessage();
        String constraint = message == null || message.getConstraint() == null ? "" : message.getConstraint();
        return Optional.of(
                switch (problem.getSQLState()) {
                    case UNIQUE -> duplicate(values);
                    case FOREIGN_KEY -> reference(constraint, message);
                    default -> new FieldError(
                            RuleNames.field(entity, constraint),
                            new Text(
                                    "不合数据库约束 " + constraint, "breaks the database constraint " + constraint));
                });
    }

    private FieldError duplicate(Map<String, @Nullable Object> values) {
        String field = entity.key().getLast();
        String titleZh = entity.key().stream().map(k -> entity.require(k).title().zh()).collect(Collectors.joining("、"));
        String titleEn = entity.key().stream().map(k -> entity.require(k).title().en()).collect(Collectors.joining(", "));
        String value = entity.key().stream().map(k -> String.valueOf(values.get(k))).collect(Collectors.joining(" / "));
        Optional<Long> holder = holder(values);
        return new FieldError(
                field,
                new Text(
                        "%s %s 已被%s占用".formatted(titleZh, value, holder.map(id -> "记录 #" + id).orElse("另一条记录")),
                        "%s %s is held by %s".formatted(titleEn, value, holder.map(id -> "record #" + id).orElse("another record"))));
    }

    private Optional<Long> holder(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> key =
                entity.key().stream().collect(Collectors.toMap(k -> k, k -> values.get(k)));
        List<Condition> conditions =
                mapping.write(key).entrySet().stream().map(e -> equal(e.getKey(), e.getValue())).toList();
        return setting.database()
                .select(EntityTable.ID)
                .from(new EntityTable(entity).current())
                .where(conditions)
                .fetchOptional(EntityTable.ID);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition equal(Field field, @Nullable Object value) {
        return field.eq(DSL.val(value, field.getDataType()));
    }

    private FieldError reference(String constraint, @Nullable ServerErrorMessage message) {
        String field = RuleNames.field(entity, constraint);
        if (field != null) {
            return new FieldError(
                    field, new Text("所指的记录不存在", "the record it refers to does not exist"));
        }
        String from = message == null ? "" : message.getSchema() + "." + message.getTable();
        return new FieldError(
                null,
                new Text("%s 还有记录指向它；先改那些记录".formatted(from), "records of %s still refer to it; change those first".formatted(from)));
    }

    private static @Nullable PSQLException find(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PSQLException problem) {
                return problem;
            }
            if (t instanceof SQLException sql && sql.getNextException() instanceof PSQLException next) {
                return next;
            }
        }
        return null;
    }
}
