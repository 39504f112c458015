package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
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
        Expr filter = arguments.size() > 1 ? inner.condition(arguments.get(1)) : null;
        boolean broken = value != null && Report.isBroken(value) || filter != null && Report.isBroken(filter);
        if (broken) return Report.broken();
        if (kind == AggregateKind.COUNT && isField(arguments.getFirst()))
            return report.tell(ExpressionMistake.ENTITY_NEEDED, arguments.getFirst(), name);
        if (value != null && !fits(kind, value))
            return report.tell(
                    ExpressionMistake.ARGUMENT_TYPE,
                    arguments.getFirst(),
                    name,
                    new Text("数", "a number"),
                    value.type().label());
        return new Expr.Aggregate(kind, entity.get().id(), value, filter, type(kind, value), nodes.at(node));
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
            case MEAN, MEDIAN -> new NumberType(number.unit(), false);
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
