package org.luoshi.pack.expression;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;

/// What the names of an expression are in the JVM. Values are Boolean, BigDecimal or Long, String, LocalDate, Instant,
/// for a reference the `_id` as Long, or null for unknown.
public interface Environment {

    default @Nullable Object field(Expr.FieldPath path) {
        throw new IllegalStateException("no record at hand for " + path);
    }

    default @Nullable Object variable(String name) {
        throw new IllegalStateException("no variable " + name);
    }

    default @Nullable Object aggregate(Expr.Aggregate aggregate) {
        throw new IllegalStateException("no rows at hand for " + aggregate);
    }

    default @Nullable Object indicator(QualifiedId indicator) {
        throw new IllegalStateException("no cells at hand for " + indicator);
    }

    /// Unknown where any of the cells is.
    default @Nullable Object related(Expr.RelatedCells cells) {
        throw new IllegalStateException("no cells at hand for " + cells);
    }

    default @Nullable Object call(Expr.HostCall call) {
        throw new IllegalStateException("no such function: " + call);
    }

    default LocalDate today() {
        throw new IllegalStateException("no day at hand");
    }

    /// The city's time zone.
    default ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    /// A record at hand.
    ///
    /// @param fields value of a path from the record, e.g. `park`, `area`
    static Environment ofRecord(Function<Expr.FieldPath, @Nullable Object> fields) {
        return new Environment() {
            @Override
            public @Nullable Object field(Expr.FieldPath path) {
                return fields.apply(path);
            }
        };
    }

    /// Named values at hand.
    static Environment ofVariables(Function<String, @Nullable Object> variables) {
        return new Environment() {
            @Override
            public @Nullable Object variable(String name) {
                return variables.apply(name);
            }
        };
    }
}
