package org.luoshi.pack.expression;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.pack.QualifiedId;

/// A checked expression. `at` is the offset (code points) of the node in its source text.
public sealed interface Expr {

    Type type();

    int at();

    /// Value is Boolean, BigDecimal, String (text, enumeration, unit), LocalDate, Instant or null, as `type` says.
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

    /// Change of unit of measure: value × factor. Exact where a decimal says the factor, else a [Numbers#divide].
    record Convert(Expr value, Fraction factor, Type type, int at) implements Expr {}

    /// An aggregate over the rows of `entity` that pass `filter`. `value` is absent for `COUNT`.
    ///
    /// @param beside the weight of a weighted mean, the per cent of a percentile (a literal), what first and last go by
    record Aggregate(
            AggregateKind kind,
            QualifiedId entity,
            @Nullable Expr value,
            @Nullable Expr beside,
            @Nullable Expr filter,
            Type type,
            int at)
            implements Expr {}

    /// The cell of another indicator for the same unit and period.
    record IndicatorValue(QualifiedId indicator, Type type, int at) implements Expr {}

    /// Other cells of another indicator: of earlier periods, or of the unit above.
    ///
    /// @param periods how many periods back, or how many the window holds; 0 for the unit above
    record RelatedCells(Relation relation, QualifiedId indicator, int periods, Type type, int at) implements Expr {}

    /// Working days by the published calendar, which the checker lays in: another edition makes another expression.
    record Workdays(WorkdayFunction function, Expr start, Expr other, PublishedDays days, Type type, int at)
            implements Expr {}

    /// A function that the surroundings offer, with literal arguments: `count('behind')` in a briefing.
    record HostCall(String function, List<String> arguments, Type type, int at) implements Expr {
        public HostCall {
            arguments = List.copyOf(arguments);
        }
    }

    /// The expressions directly inside this one, in source order.
    default List<Expr> parts() {
        return switch (this) {
            case Literal unused -> List.of();
            case FieldPath unused -> List.of();
            case Variable unused -> List.of();
            case IndicatorValue unused -> List.of();
            case RelatedCells unused -> List.of();
            case HostCall unused -> List.of();
            case Unary unary -> List.of(unary.operand());
            case Binary binary -> List.of(binary.left(), binary.right());
            case Conditional conditional ->
                List.of(conditional.condition(), conditional.then(), conditional.otherwise());
            case In in -> Stream.concat(Stream.of(in.value()), in.members().stream()).toList();
            case Call call -> call.arguments();
            case Workdays workdays -> List.of(workdays.start(), workdays.other());
            case Convert convert -> List.of(convert.value());
            case Aggregate aggregate ->
                Stream.of(aggregate.value(), aggregate.beside(), aggregate.filter())
                        .flatMap(Stream::ofNullable)
                        .toList();
        };
    }

    /// This expression and everything inside it.
    default Stream<Expr> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expr::all));
    }

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
        MEDIAN,
        WEIGHTED_MEAN,
        /// The smallest value such that at least so many per cent of all are not above it.
        PERCENTILE,
        /// The value of the record that comes first by something else; of several the one entered first.
        FIRST,
        /// Of several the one entered last.
        LAST;

        boolean hasBeside() {
            return compareTo(WEIGHTED_MEAN) >= 0;
        }
    }

    enum Relation {
        PREVIOUS,
        /// The nearest unit above that the indicator has figures of, on the indicator's basis at the period's end.
        PARENT,
        WINDOW_SUM,
        WINDOW_MIN,
        WINDOW_MAX
    }

    enum WorkdayFunction {
        BETWEEN,
        ADD
    }

    enum Function {
        TODAY,
        /// The day of a moment, in the city's time zone.
        DATE,
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
