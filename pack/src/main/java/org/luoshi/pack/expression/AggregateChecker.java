package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.expression.Expr.AggregateKind;
import org.luoshi.pack.expression.NameChecker.Rooted;
import org.luoshi.pack.expression.Type.NullType;
import org.luoshi.pack.expression.Type.NumberType;

/// Checks an aggregate: one register, its rows, a value and a filter.
final class AggregateChecker {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TreeChecker tree;
    private final Report report;
    private final Nodes nodes;

    AggregateChecker(TreeChecker tree) {
        this.tree = tree;
        this.report = tree.report();
        this.nodes = report.nodes();
    }

    Expr check(CelExpr node, Signature signature, List<CelExpr> arguments) {
        AggregateKind kind = Known.present(signature.aggregate(), "aggregate named " + node.call().function());
        String name = node.call().function();
        if (tree.insideAggregate()) return report.tell(ExpressionMistake.NESTED_AGGREGATE, nodes.head(node), name);
        if (!tree.scope().aggregates())
            return report.tell(ExpressionMistake.AGGREGATE_NOT_HERE, nodes.head(node), name);
        Optional<Entity> entity = entity(arguments.getFirst());
        if (entity.isEmpty()) return missingEntity(arguments.getFirst(), name);
        TreeChecker inner = tree.within(tree.scope().withRow(entity.get()));
        Expr value = kind == AggregateKind.COUNT ? null : inner.check(arguments.getFirst());
        Expr beside = kind.hasBeside() ? beside(kind, name, arguments.get(1), inner) : null;
        int conditions = kind.hasBeside() ? 2 : 1;
        Expr filter = arguments.size() > conditions ? inner.condition(arguments.get(conditions)) : null;
        if (Stream.of(value, beside, filter).filter(Objects::nonNull).anyMatch(Report::isBroken)) return Report.broken();
        if (kind == AggregateKind.COUNT && isField(arguments.getFirst()))
            return report.tell(ExpressionMistake.ENTITY_NEEDED, arguments.getFirst(), name);
        if (value != null && !fits(kind, value))
            return report.tell(
                    ExpressionMistake.ARGUMENT_TYPE,
                    arguments.getFirst(),
                    name,
                    new Text("数", "a number"),
                    value.type().label());
        return new Expr.Aggregate(kind, entity.get().id(), value, beside, filter, type(kind, value), nodes.at(node));
    }

    /// A weight, a per cent, or what comes before what.
    private Expr beside(AggregateKind kind, String name, CelExpr argument, TreeChecker inner) {
        Expr beside = inner.check(argument);
        if (Report.isBroken(beside)) return beside;
        if (kind == AggregateKind.PERCENTILE) return percent(name, argument, beside);
        boolean fits = switch (beside.type()) {
            case NumberType unused -> true;
            case Type.DateType unused -> kind != AggregateKind.WEIGHTED_MEAN;
            case Type.MomentType unused -> kind != AggregateKind.WEIGHTED_MEAN;
            default -> false;
        };
        if (fits) return beside;
        Text expected = kind == AggregateKind.WEIGHTED_MEAN
                ? new Text("数", "a number")
                : new Text("日期、时刻或数", "a date, a moment or a number");
        return report.tell(
                ExpressionMistake.ARGUMENT_TYPE, argument, name, expected, beside.type().label());
    }

    private Expr percent(String name, CelExpr argument, Expr percent) {
        if (!(percent instanceof Expr.Literal(BigDecimal number, Type type, int at)))
            return report.tell(ExpressionMistake.LITERAL_NEEDED, argument, name);
        boolean inside = number.signum() > 0 && number.compareTo(HUNDRED) < 0;
        return inside
                ? percent
                : report.tell(ExpressionMistake.PERCENTILE_RANGE, argument, number.toPlainString());
    }

    private static boolean fits(AggregateKind kind, Expr value) {
        return kind == AggregateKind.DISTINCT
                ? !(value.type() instanceof NullType)
                : value.type() instanceof NumberType;
    }

    private static Type type(AggregateKind kind, @Nullable Expr value) {
        NumberType count = new NumberType(TreeChecker.ONE, true);
        if (value == null || kind == AggregateKind.DISTINCT) return count;
        NumberType number = (NumberType) value.type();
        return switch (kind) {
            case MEAN, MEDIAN, WEIGHTED_MEAN -> new NumberType(number.unit(), false);
            default -> number;
        };
    }

    /// The first entity named in the argument: all other names in the aggregate must agree with it.
    private Optional<Entity> entity(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case IDENT, SELECT ->
                nodes.chain(node).flatMap(tree.names()::entity).map(Rooted::entity);
            case CALL -> {
                Optional<Entity> found = node.call().target().flatMap(this::entity);
                for (CelExpr argument : node.call().args()) {
                    if (found.isEmpty()) found = entity(argument);
                }
                yield found;
            }
            default -> Optional.empty();
        };
    }

    private boolean isField(CelExpr node) {
        return nodes.chain(node)
                .map(chain -> tree.names().entity(chain).filter(root -> root.names() == chain.size()).isEmpty())
                .orElse(true);
    }

    private Expr missingEntity(CelExpr argument, String name) {
        boolean isName = nodes.chain(argument).isPresent();
        return isName ? unknownName(argument) : report.tell(ExpressionMistake.ENTITY_NEEDED, argument, name);
    }

    private Expr unknownName(CelExpr argument) {
        Expr resolved = tree.names().resolve(argument, nodes.chain(argument).orElseThrow());
        return Report.isBroken(resolved)
                ? resolved
                : report.tell(ExpressionMistake.ENTITY_NEEDED, argument, "count");
    }
}
