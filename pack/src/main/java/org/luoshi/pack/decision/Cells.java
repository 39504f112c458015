package org.luoshi.pack.decision;

import java.util.Optional;
import java.util.stream.Stream;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Expr.UnaryOperator;
import org.luoshi.pack.expression.Type;

/// Conditions of cells: an input compared with constants, joined by `&&`, `||` and `!`.
///
/// No more than that is allowed, because of such conditions it can be proved which values they hold for: between two
/// neighbouring constants they cannot change. What must be computed is computed by the input.
public final class Cells {

    private static final Environment NOTHING = new Environment() {};

    private Cells() {}

    /// The part that is no comparison of the input with constants.
    public static Optional<Expr> tooRich(Expr cell) {
        return switch (cell) {
            case Expr.Literal _ -> Optional.empty();
            case Expr.Variable _ -> Optional.empty();
            case Expr.Unary unary when unary.operator() == UnaryOperator.NOT -> tooRich(unary.operand());
            case Expr.In in -> compared(in, Stream.concat(Stream.of(in.value()), in.members().stream()), false);
            case Expr.Binary binary -> switch (binary.operator()) {
                case AND, OR -> tooRich(binary.left()).or(() -> tooRich(binary.right()));
                case EQUAL, NOT_EQUAL -> compared(binary, Stream.of(binary.left(), binary.right()), false);
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    compared(binary, Stream.of(binary.left(), binary.right()), true);
                default -> Optional.of(binary);
            };
            default -> Optional.of(cell);
        };
    }

    private static Optional<Expr> compared(Expr whole, Stream<Expr> sides, boolean ordered) {
        return sides.allMatch(side -> side instanceof Expr.Variable || isConstant(side))
                        && !(ordered && whole.parts().stream().anyMatch(side -> side.type() instanceof Type.TextType))
                ? Optional.empty()
                : Optional.of(whole);
    }

    private static boolean isConstant(Expr part) {
        return part.all().noneMatch(Expr.Variable.class::isInstance);
    }

    /// Values that a cell compares its input with.
    static Stream<Object> constants(Expr cell) {
        boolean joins = cell instanceof Expr.Binary(BinaryOperator operator, _, _, _, _)
                && (operator == BinaryOperator.AND || operator == BinaryOperator.OR);
        if (joins || cell instanceof Expr.Unary) return cell.parts().stream().flatMap(Cells::constants);
        return cell.parts().stream()
                .filter(Cells::isConstant)
                .flatMap(part -> Stream.ofNullable(Evaluator.evaluate(part, NOTHING)));
    }
}
