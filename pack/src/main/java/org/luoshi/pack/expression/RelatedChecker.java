package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.List;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Expr.IndicatorValue;
import org.luoshi.pack.expression.Expr.RelatedCells;
import org.luoshi.pack.expression.Expr.Relation;
import org.luoshi.pack.expression.Type.NumberType;

/// Checks functions of indicators' cells: earlier periods, windows that move along, the unit above, per head.
final class RelatedChecker {

    /// Ten years of months.
    private static final int MOST = 120;

    private static final UnitOfMeasure PERSON =
            UnitsOfMeasure.standard().find("人").orElseThrow();

    private final TreeChecker tree;
    private final Report report;
    private final Nodes nodes;

    RelatedChecker(TreeChecker tree) {
        this.tree = tree;
        this.report = tree.report();
        this.nodes = report.nodes();
    }

    Expr check(CelExpr node, Signature signature, List<CelExpr> arguments) {
        String name = node.call().function();
        if (!tree.scope().indicators()) return report.tell(ExpressionMistake.RELATED_NOT_HERE, nodes.head(node), name);
        Expr named = tree.check(arguments.getFirst());
        if (Report.isBroken(named)) return named;
        if (!(named instanceof IndicatorValue cell))
            return report.tell(ExpressionMistake.INDICATOR_NEEDED, arguments.getFirst(), name, signature.form());
        if (name.equals("perHead")) return perHead(node, signature, cell, arguments.get(1));
        int least = name.startsWith("moving") ? 2 : 1;
        Expr periods = arguments.size() < 2
                ? new Expr.Literal(BigDecimal.ONE, new NumberType(TreeChecker.ONE, true), nodes.at(node))
                : tree.check(arguments.get(1));
        if (Report.isBroken(periods)) return periods;
        if (!(periods instanceof Expr.Literal(BigDecimal number, Type type, int at)))
            return report.tell(ExpressionMistake.LITERAL_NEEDED, arguments.get(1), name);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0)
            return report.tell(
                    ExpressionMistake.PERIODS_RANGE, arguments.get(1), number.toPlainString(), name, least, MOST);
        return related(name, cell, number.intValueExact(), nodes.at(node));
    }

    /// Divided by the people of the same unit and period; which year's count that is, its own indicator says.
    private Expr perHead(CelExpr node, Signature signature, IndicatorValue cell, CelExpr argument) {
        Expr people = tree.check(argument);
        if (Report.isBroken(people)) return people;
        if (!(people instanceof IndicatorValue population))
            return report.tell(ExpressionMistake.INDICATOR_NEEDED, argument, "perHead", signature.form());
        UnitOfMeasure unit = Operands.unit(people);
        if (!unit.isCompatibleWith(PERSON))
            return report.tell(
                    ExpressionMistake.POPULATION_NEEDED, argument, population.indicator().name(), unit.symbol());
        UnitOfMeasure each = UnitsOfMeasure.standard().quotient(Operands.unit(cell), unit);
        return quotient(cell, people, new NumberType(each, false), nodes.at(node));
    }

    private static Expr related(String name, IndicatorValue cell, int periods, int at) {
        return switch (name) {
            case "previous" -> cells(Relation.PREVIOUS, cell, periods, at);
            case "movingSum" -> cells(Relation.WINDOW_SUM, cell, periods, at);
            case "movingMin" -> cells(Relation.WINDOW_MIN, cell, periods, at);
            case "movingMax" -> cells(Relation.WINDOW_MAX, cell, periods, at);
            case "parent" -> cells(Relation.PARENT, cell, 0, at);
            case "movingMean" -> {
                Expr count = new Expr.Literal(BigDecimal.valueOf(periods), new NumberType(TreeChecker.ONE, true), at);
                yield quotient(cells(Relation.WINDOW_SUM, cell, periods, at), count, (NumberType) cell.type(), at);
            }
            case "share" -> quotient(cell, cells(Relation.PARENT, cell, 0, at), pure(), at);
            case "growth" -> {
                Expr before = cells(Relation.PREVIOUS, cell, periods, at);
                Expr moved = new Expr.Binary(BinaryOperator.SUBTRACT, cell, before, cell.type(), at);
                Expr size = new Expr.Call(Expr.Function.ABS, List.of(before), before.type(), at);
                yield quotient(moved, size, pure(), at);
            }
            default -> throw new IllegalStateException("function `%s` has a signature but no check".formatted(name));
        };
    }

    private static Expr cells(Relation relation, IndicatorValue cell, int periods, int at) {
        return new RelatedCells(relation, cell.indicator(), periods, cell.type(), at);
    }

    private static Expr quotient(Expr above, Expr below, NumberType type, int at) {
        return new Expr.Binary(BinaryOperator.DIVIDE, above, below, new NumberType(type.unit(), false), at);
    }

    private static NumberType pure() {
        return new NumberType(TreeChecker.ONE, false);
    }
}
