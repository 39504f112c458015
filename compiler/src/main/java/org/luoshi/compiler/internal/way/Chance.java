package org.luoshi.compiler.internal.way;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.BinaryOperator;

/// Whether a condition holds, as far as the last action alone tells.
enum Chance {
    NEVER,
    PERHAPS,
    ALWAYS;

    private static final String ACTION = "action";

    /// @param action that finished the last step; null on application
    static Chance of(Expr condition, @Nullable String action) {
        return switch (condition) {
            case Expr.Literal(Boolean value, var _, var _) -> sure(value);
            case Expr.Unary(var operator, Expr operand, var _, var _) when operator == Expr.UnaryOperator.NOT ->
                of(operand, action).turned();
            case Expr.Binary(var operator, Expr left, Expr right, var _, var _) -> binary(operator, left, right, action);
            case Expr.In(Expr value, List<Expr> members, var _, var _) ->
                members.stream().map(member -> equal(value, member, action)).reduce(NEVER, Chance::or);
            default -> PERHAPS;
        };
    }

    private static Chance binary(BinaryOperator operator, Expr left, Expr right, @Nullable String action) {
        return switch (operator) {
            case AND -> of(left, action).and(of(right, action));
            case OR -> of(left, action).or(of(right, action));
            case EQUAL -> equal(left, right, action);
            case NOT_EQUAL -> equal(left, right, action).turned();
            default -> PERHAPS;
        };
    }

    private static Chance equal(Expr left, Expr right, @Nullable String action) {
        if (action == null) return PERHAPS;
        if (left instanceof Expr.Variable(String name, var _, var _) && name.equals(ACTION) && right instanceof Expr.Literal literal)
            return sure(action.equals(literal.value()));
        if (right instanceof Expr.Variable && left instanceof Expr.Literal) return equal(right, left, action);
        return PERHAPS;
    }

    private static Chance sure(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    private Chance turned() {
        return switch (this) {
            case NEVER -> ALWAYS;
            case PERHAPS -> PERHAPS;
            case ALWAYS -> NEVER;
        };
    }

    private Chance and(Chance other) {
        return compareTo(other) < 0 ? this : other;
    }

    private Chance or(Chance other) {
        return compareTo(other) > 0 ? this : other;
    }
}
