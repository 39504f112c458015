package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.Optional;
import org.luoshi.kernel.measure.Dimension;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.pack.expression.Scope.Expected;
import org.luoshi.pack.expression.Type.BooleanType;
import org.luoshi.pack.expression.Type.NullType;
import org.luoshi.pack.expression.Type.NumberType;

/// Brings a checked expression to what its place expects.
final class Fitting {

    private final Report report;
    private final Expected expected;

    Fitting(Report report, Expected expected) {
        this.report = report;
        this.expected = expected;
    }

    Expr fit(Expr tree, CelExpr node) {
        if (Report.isBroken(tree)) return tree;
        return switch (expected) {
            case Expected.Anything unused -> tree;
            case Expected.Condition unused -> condition(tree, node);
            case Expected.Number unused -> number(tree, node);
            case Expected.NumberIn(var unit) -> {
                Expr number = number(tree, node);
                yield Report.isBroken(number) ? number : inUnit(number, unit, node);
            }
        };
    }

    private Expr condition(Expr tree, CelExpr node) {
        if (tree.type() instanceof BooleanType) return tree;
        return report.tell(ExpressionMistake.NOT_A_CONDITION, node, tree.type().label());
    }

    private Expr number(Expr tree, CelExpr node) {
        if (tree.type() instanceof NumberType) return tree;
        if (tree.type() instanceof NullType) return Operands.retyped(tree, new NumberType(TreeChecker.ONE, false));
        return report.tell(
                ExpressionMistake.NOT_A_NUMBER_RESULT, node, tree.type().label());
    }

    private Expr inUnit(Expr tree, UnitOfMeasure unit, CelExpr node) {
        if (Operands.isZero(tree)) return Operands.retyped(tree, new NumberType(unit, true));
        Optional<Fraction> factor = factor(Operands.unit(tree), unit, countsThings(tree));
        if (factor.isEmpty())
            return report.tell(
                    ExpressionMistake.RESULT_UNIT, node, tree.type().label(), unit);
        if (Operands.unit(tree).equals(unit)) return tree;
        boolean whole = ((NumberType) tree.type()).integer()
                && factor.get().denominator().compareTo(BigDecimal.ONE) == 0;
        return new Expr.Convert(tree, factor.get(), new NumberType(unit, whole), tree.at());
    }

    /// What to multiply a figure in `from` by to tell it in `to`; empty when they measure different things.
    ///
    /// @param counts whether the figure counts records: `count(project)` may be told in 个, 家 or 项
    static Optional<Fraction> factor(UnitOfMeasure from, UnitOfMeasure to, boolean counts) {
        Dimension wanted = to.dimension();
        if (counts) {
            for (String base : to.dimension().exponents().keySet()) {
                boolean thing = UnitsOfMeasure.standard().find(base).isPresent();
                if (thing && !from.dimension().exponents().containsKey(base))
                    wanted = wanted.over(Dimension.base(base).power(
                            to.dimension().exponents().get(base)));
            }
        }
        if (!from.dimension().equals(wanted)) return Optional.empty();
        return Optional.of(from.factor().over(to.factor()));
    }

    static boolean countsThings(Expr tree) {
        return tree.all()
                .anyMatch(part -> part instanceof Expr.Aggregate aggregate
                        && (aggregate.kind() == Expr.AggregateKind.COUNT
                                || aggregate.kind() == Expr.AggregateKind.DISTINCT));
    }
}
