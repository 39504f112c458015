package org.luoshi.compiler.internal.bind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;

/// What a checked expression uses.
final class ExprWalk {

    private final Set<QualifiedId> entities = new LinkedHashSet<>();
    private final Set<QualifiedId> indicators = new LinkedHashSet<>();

    private ExprWalk() {}

    static ExprWalk of(Expr root) {
        ExprWalk walk = new ExprWalk();
        List<Expr> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Expr node = open.removeLast();
            switch (node) {
                case Expr.Aggregate aggregate -> {
                    walk.entities.add(aggregate.entity());
                    if (aggregate.value() != null) open.add(aggregate.value());
                    if (aggregate.beside() != null) open.add(aggregate.beside());
                    if (aggregate.filter() != null) open.add(aggregate.filter());
                }
                case Expr.IndicatorValue value -> walk.indicators.add(value.indicator());
                case Expr.RelatedCells cells -> walk.indicators.add(cells.indicator());
                case Expr.Unary unary -> open.add(unary.operand());
                case Expr.Binary binary -> open.addAll(List.of(binary.left(), binary.right()));
                case Expr.Conditional c -> open.addAll(List.of(c.condition(), c.then(), c.otherwise()));
                case Expr.In in -> {
                    open.add(in.value());
                    open.addAll(in.members());
                }
                case Expr.Call call -> open.addAll(call.arguments());
                case Expr.Convert convert -> open.add(convert.value());
                case Expr.Workdays workdays -> open.addAll(List.of(workdays.start(), workdays.other()));
                default -> {
                    // leaves name fields of the aggregate's own row or nothing at all
                }
            }
        }
        return walk;
    }

    /// Registers it aggregates over.
    Set<QualifiedId> entities() {
        return entities;
    }

    Set<QualifiedId> indicators() {
        return indicators;
    }
}
