package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Numbers;

/// From aggregates, or other figures, to a figure.
final class Valuation {

    private Valuation() {}

    static Figure overFacts(
            Formula.OverFacts facts, long records, Function<Aggregate, @Nullable BigDecimal> aggregates) {
        Environment environment = new Environment() {
            @Override
            public @Nullable Object aggregate(Aggregate aggregate) {
                return aggregates.apply(aggregate);
            }
        };
        BigDecimal numerator = Evaluator.number(facts.numerator(), environment);
        Expr below = facts.denominator();
        BigDecimal scaled = numerator == null ? null : numerator.multiply(facts.factor());
        if (below == null) return new Figure(scaled, null, null, records);
        BigDecimal denominator = Evaluator.number(below, environment);
        BigDecimal value = scaled == null || denominator == null ? null : Numbers.divide(scaled, denominator);
        return new Figure(value, numerator, denominator, records);
    }

    static Figure derived(
            Formula.Derived derived,
            Function<QualifiedId, @Nullable BigDecimal> inputs,
            Function<Expr.RelatedCells, @Nullable BigDecimal> related) {
        Environment environment = new Environment() {
            @Override
            public @Nullable Object indicator(QualifiedId indicator) {
                return inputs.apply(indicator);
            }

            @Override
            public @Nullable Object related(Expr.RelatedCells cells) {
                return related.apply(cells);
            }
        };
        return new Figure(Evaluator.number(derived.expression(), environment), null, null, 0);
    }
}
