package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Restated.Part;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.MissingPolicy;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Expr.AggregateKind;

/// How much one record moves a figure, where the figure is the sum of what its records add: counts and sums, their sums
/// and differences, and multiples of these. A rate, a mean or a median has no such parts.
final class Additive {

    private final Formula.OverFacts formula;
    private final List<Aggregate> aggregates;

    private Additive(Formula.OverFacts formula, List<Aggregate> aggregates) {
        this.formula = formula;
        this.aggregates = aggregates;
    }

    /// @param aggregates in the order of a record's contributions
    static Optional<Additive> of(Indicator indicator, List<Aggregate> aggregates) {
        // what is carried over from an earlier period is not in this period's records
        return indicator.missing() != MissingPolicy.CARRY
                        && indicator.formula() instanceof Formula.OverFacts facts
                        && facts.denominator() == null
                        && isLinear(facts.numerator())
                ? Optional.of(new Additive(facts, List.copyOf(aggregates)))
                : Optional.empty();
    }

    /// By how much the figure moves when a record's part becomes another; in the indicator's unit of measure.
    BigDecimal moved(@Nullable Part then, @Nullable Part now) {
        Map<Aggregate, BigDecimal> differences = new HashMap<>();
        for (int i = 0; i < aggregates.size(); i++)
            differences.put(aggregates.get(i), contribution(now, i).subtract(contribution(then, i)));
        BigDecimal value = Evaluator.number(formula.numerator(), new Environment() {
            @Override
            public @Nullable Object aggregate(Aggregate aggregate) {
                return Known.in(differences, aggregate);
            }
        });
        return Objects.requireNonNull(value).multiply(formula.factor());
    }

    private static BigDecimal contribution(@Nullable Part part, int measure) {
        BigDecimal value = part == null ? null : part.contributions().get(measure);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static boolean isLinear(Expr expression) {
        return switch (expression) {
            case Aggregate aggregate -> aggregate.kind() == AggregateKind.COUNT || aggregate.kind() == AggregateKind.SUM;
            case Expr.Convert convert -> isLinear(convert.value());
            case Expr.Unary unary -> unary.operator() == Expr.UnaryOperator.NEGATE && isLinear(unary.operand());
            case Expr.Binary binary -> switch (binary.operator()) {
                case ADD, SUBTRACT -> isLinear(binary.left()) && isLinear(binary.right());
                case MULTIPLY ->
                    isLinear(binary.left()) && isConstant(binary.right()) || isConstant(binary.left()) && isLinear(binary.right());
                default -> false;
            };
            case Expr.Call call -> call.function() == Expr.Function.COALESCE && isOrZero(call.arguments());
            default -> false;
        };
    }

    private static boolean isOrZero(List<Expr> arguments) {
        return isLinear(arguments.getFirst())
                && arguments.stream().skip(1).allMatch(other ->
                        other instanceof Expr.Literal literal && literal.value() instanceof BigDecimal number && number.signum() == 0);
    }

    private static boolean isConstant(Expr expression) {
        return expression.all().allMatch(part -> part instanceof Expr.Literal || part instanceof Expr.Convert);
    }
}
