package org.luoshi.pack.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;

/// A checked expression. `at` is the offset (code points) of the node in its source text.
public sealed interface Expr {

    Type type();

    int at();

    /// Value is Boolean, BigDecimal, String, LocalDate, Instant or null, as `type` says.
    record Literal(@Nullable Object value, Type type, int at) implements Expr {}

    /// A field of a row, reached over references: `site.project.district` is root `site`, path
    /// `project`, `district`. The root row's entity is `entity`.
    record FieldPath(QualifiedId entity, List<String> path, Type type, int at) implements Expr {
        public FieldPath {
            path = List.copyOf(path);
        }
    }

    /// A named value of the surroundings, e.g. `ratio` in a status rule.
    record Variable(String name, Type type, int at) implements Expr {}

    record Unary(UnaryOperator operator, Expr operand, Type type, int at) implements Expr {}

    /// Operands of `+`, `-` and comparisons have been converted to one unit of measure.
    record Binary(BinaryOperator operator, Expr left, Expr right, Type type, int at) implements Expr {}

    record Conditional(Expr condition, Expr then, Expr otherwise, Type type, int at) implements Expr {}

    record In(Expr value, List<Expr> members, Type type, int at) implements Expr {
        public In {
            members = List.copyOf(members);
        }
    }

    record Call(Function function, List<Expr> arguments, Type type, int at) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// Exact change of unit of measure: value × numerator ÷ denominator.
    record Convert(Expr value, java.math.BigDecimal numerator, java.math.BigDecimal denominator, Type type, int at)
            implements Expr {}

    /// An aggregate over the rows of `entity` that pass `filter`. `value` is absent for `COUNT`.
    record Aggregate(
            AggregateKind kind, QualifiedId entity, @Nullable Expr value, @Nullable Expr filter, Type type, int at)
            implements Expr {}

    /// The cell of another indicator for the same unit and period.
    record IndicatorValue(QualifiedId indicator, Type type, int at) implements Expr {}

    enum UnaryOperator {
        NOT,
        NEGATE
    }

    enum BinaryOperator {
        OR,
        AND,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MODULO
    }

    enum AggregateKind {
        COUNT,
        SUM,
        MEAN,
        MIN,
        MAX,
        DISTINCT,
        MEDIAN
    }

    enum Function {
        TODAY,
        DAYS,
        YEAR,
        MONTH,
        COALESCE,
        SIZE,
        ABS,
        ROUND,
        STARTS_WITH,
        CONTAINS,
        MATCHES
    }
}
