package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Type.BooleanType;
import org.luoshi.pack.expression.Type.DateType;
import org.luoshi.pack.expression.Type.EnumType;
import org.luoshi.pack.expression.Type.MomentType;
import org.luoshi.pack.expression.Type.NumberType;
import org.luoshi.pack.expression.Type.RowType;
import org.luoshi.pack.expression.Type.TextType;
import org.luoshi.pack.expression.Type.UnitRefType;

/// Which operators go with which types, and dimension analysis.
final class OperatorChecker {

    static final UnitOfMeasure DAY = UnitsOfMeasure.standard().find("day").orElseThrow();

    private final Report report;
    private final Nodes nodes;

    OperatorChecker(Report report) {
        this.report = report;
        this.nodes = report.nodes();
    }

    Expr binary(CelExpr node, BinaryOperator operator, Expr left, Expr right) {
        if (Report.isBroken(left) || Report.isBroken(right)) return Report.broken();
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                comparison(node, operator, left, right);
            case ADD, SUBTRACT -> sum(node, operator, left, right);
            case MULTIPLY, DIVIDE, MODULO -> product(node, operator, left, right);
            case OR, AND -> throw new IllegalArgumentException("logical operators are checked as conditions");
        };
    }

    private Expr comparison(CelExpr node, BinaryOperator operator, Expr left, Expr right) {
        boolean order = operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL;
        String sign = sign(operator);
        List<CelExpr> args = node.call().args();
        if (Operands.isNull(left) || Operands.isNull(right)) {
            if (order) return report.tell(ExpressionMistake.NULL_ORDER, nodes.head(node), sign);
            return new Expr.Binary(operator, left, right, new BooleanType(), nodes.at(node));
        }
        var pair = comparable(node, sign, left, right, args.get(0), args.get(1));
        if (pair.isEmpty()) return Report.broken();
        Type type = pair.get().left().type();
        if (order && !isOrdered(type))
            return report.tell(ExpressionMistake.NO_ORDER, nodes.head(node), type.label(), sign);
        return new Expr.Binary(operator, pair.get().left(), pair.get().right(), new BooleanType(), nodes.at(node));
    }

    /// Both sides made comparable: in one unit, texts as members of an enumeration.
    Optional<Operands.Pair> comparable(
            CelExpr node, String sign, Expr left, Expr right, CelExpr leftNode, CelExpr rightNode) {
        Type a = left.type();
        Type b = right.type();
        if (Operands.isNull(right)) return Optional.of(new Operands.Pair(left, Operands.retyped(right, a)));
        if (Operands.isNull(left)) return Optional.of(new Operands.Pair(Operands.retyped(left, b), right));
        if (a instanceof NumberType && b instanceof NumberType) return numbers(node, sign, left, right);
        if (a instanceof EnumType enumeration && isTextLiteral(right))
            return member(enumeration, left, right, rightNode).map(member -> new Operands.Pair(left, member));
        if (b instanceof EnumType enumeration && isTextLiteral(left))
            return member(enumeration, right, left, leftNode).map(member -> new Operands.Pair(member, right));
        if (a.equals(b)) return Optional.of(new Operands.Pair(left, right));
        if (a instanceof UnitRefType && b instanceof TextType || a instanceof TextType && b instanceof UnitRefType)
            return Optional.of(new Operands.Pair(left, right));
        report.tell(dateHelp(
                ExpressionMistake.TYPES_DIFFER.at(report.span(nodes.head(node)), sign, a.label(), b.label()), a, b));
        return Optional.empty();
    }

    private static Diagnostic dateHelp(Diagnostic diagnostic, Type a, Type b) {
        if (a instanceof DateType && b instanceof TextType || a instanceof TextType && b instanceof DateType)
            return diagnostic.help(new Text("日期写成 date('2025-09-22')", "write dates as date('2025-09-22')"));
        if (a instanceof DateType && b instanceof MomentType || a instanceof MomentType && b instanceof DateType)
            return diagnostic.help(new Text("时刻的日期写成 date(时刻)", "the day of a moment is date(moment)"));
        if (a instanceof RowType || b instanceof RowType)
            return diagnostic.help(new Text("再取它的一个字段", "go on to one of its fields"));
        return diagnostic;
    }

    private Optional<Operands.Pair> numbers(CelExpr node, String sign, Expr left, Expr right) {
        if (Operands.compatible(left, right)) return Optional.of(Operands.aligned(left, right));
        report.tell(withQuantityHelp(
                ExpressionMistake.UNITS_DIFFER.at(
                        report.span(nodes.head(node)), sign, Operands.unit(left), Operands.unit(right)),
                left,
                right));
        return Optional.empty();
    }

    /// A bare figure beside a quantity: say how to write its unit.
    private static Diagnostic withQuantityHelp(Diagnostic diagnostic, Expr left, Expr right) {
        boolean first = left instanceof Expr.Literal;
        Expr bare = first ? left : right;
        Expr other = first ? right : left;
        if (bare instanceof Expr.Literal(BigDecimal value, NumberType(var unit, var integer), var at)
                && unit.symbol().equals("1"))
            return diagnostic.help(
                    Text.same("quantity('%s', '%s')".formatted(value.toPlainString(), Operands.unit(other))));
        return diagnostic.note(new Text(
                "左边是" + Operands.unit(left).dimension().label().zh() + "，右边是"
                        + Operands.unit(right).dimension().label().zh(),
                "the left side is " + Operands.unit(left).dimension().label().en() + ", the right side "
                        + Operands.unit(right).dimension().label().en()));
    }

    private Optional<Expr> member(EnumType type, Expr enumeration, Expr literal, CelExpr literalNode) {
        String id = Known.present((String) ((Expr.Literal) literal).value(), "member in a literal");
        if (type.enumeration().position(id) >= 0) return Optional.of(Operands.retyped(literal, type));
        List<String> members = type.enumeration().values().stream().map(EnumerationValue::id).toList();
        String field = enumeration instanceof Expr.FieldPath path ? path.path().getLast() : "…";
        report.tell(Report.suggesting(
                ExpressionMistake.UNKNOWN_MEMBER.at(report.span(literalNode), id, field), id, members));
        return Optional.empty();
    }

    private Expr sum(CelExpr node, BinaryOperator operator, Expr left, Expr right) {
        Type a = left.type();
        Type b = right.type();
        if (a instanceof DateType && b instanceof DateType && operator == BinaryOperator.SUBTRACT)
            return new Expr.Binary(operator, left, right, new NumberType(DAY, true), nodes.at(node));
        if (a instanceof DateType && b instanceof NumberType days) {
            if (!days.integer() || !days.unit().equals(DAY))
                return report.tell(ExpressionMistake.DATE_ARITHMETIC, nodes.head(node));
            return new Expr.Binary(operator, left, right, new DateType(), nodes.at(node));
        }
        if (!areNumbers(node, sign(operator), left, right)) return Report.broken();
        var pair = numbers(node, sign(operator), left, right);
        if (pair.isEmpty()) return Report.broken();
        Type type = Operands.common(pair.get().left().type(), pair.get().right().type());
        return new Expr.Binary(operator, pair.get().left(), pair.get().right(), type, nodes.at(node));
    }

    private Expr product(CelExpr node, BinaryOperator operator, Expr left, Expr right) {
        if (!areNumbers(node, sign(operator), left, right)) return Report.broken();
        NumberType a = (NumberType) left.type();
        NumberType b = (NumberType) right.type();
        if (operator != BinaryOperator.MULTIPLY && Operands.isZero(right))
            return report.tell(ExpressionMistake.DIVISION_BY_ZERO, node.call().args().get(1));
        UnitsOfMeasure units = UnitsOfMeasure.standard();
        return switch (operator) {
            case MULTIPLY ->
                new Expr.Binary(
                        operator,
                        left,
                        right,
                        new NumberType(units.product(a.unit(), b.unit()), a.integer() && b.integer()),
                        nodes.at(node));
            case DIVIDE ->
                new Expr.Binary(
                        operator,
                        left,
                        right,
                        new NumberType(units.quotient(a.unit(), b.unit()), false),
                        nodes.at(node));
            default -> remainder(node, left, right);
        };
    }

    private Expr remainder(CelExpr node, Expr left, Expr right) {
        boolean whole = ((NumberType) left.type()).integer() && ((NumberType) right.type()).integer();
        if (!whole) return report.tell(ExpressionMistake.WHOLE_NUMBER_NEEDED, nodes.head(node), "%");
        return numbers(node, "%", left, right)
                .map(pair -> (Expr) new Expr.Binary(
                        BinaryOperator.MODULO, pair.left(), pair.right(), pair.left().type(), nodes.at(node)))
                .orElseGet(Report::broken);
    }

    private boolean areNumbers(CelExpr node, String sign, Expr left, Expr right) {
        for (Expr side : List.of(left, right)) {
            if (!(side.type() instanceof NumberType)) {
                report.tell(ExpressionMistake.OPERAND, nodes.head(node), sign, side.type().label());
                return false;
            }
        }
        return true;
    }

    /// Alternatives brought to one type: in one unit, `null` and texts typed as the others.
    ///
    /// @param values none of them broken
    Optional<List<Expr>> unify(CelExpr node, List<CelExpr> valueNodes, List<Expr> values) {
        Optional<Expr> model = values.stream()
                .filter(value -> !Operands.isNull(value) && !isTextLiteral(value) && !Operands.isZero(value))
                .findFirst()
                .or(() -> values.stream().filter(value -> !Operands.isNull(value)).findFirst());
        if (model.isEmpty()) return Optional.of(values);
        List<Expr> unified = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Optional<Expr> fitted = like(node, model.get(), values.get(i), valueNodes.get(i));
            if (fitted.isEmpty()) return Optional.empty();
            unified.add(fitted.get());
        }
        return Optional.of(unified);
    }

    private Optional<Expr> like(CelExpr node, Expr model, Expr value, CelExpr valueNode) {
        Type type = model.type();
        if (Operands.isNull(value)) return Optional.of(Operands.retyped(value, type));
        if (type instanceof NumberType number && value.type() instanceof NumberType) {
            if (Operands.isZero(value))
                return Optional.of(Operands.retyped(value, new NumberType(number.unit(), true)));
            if (number.unit().isCompatibleWith(Operands.unit(value)))
                return Optional.of(Operands.in(value, number.unit()));
            report.tell(withQuantityHelp(
                    ExpressionMistake.UNITS_DIFFER.at(
                            report.span(valueNode), "? :", number.unit(), Operands.unit(value)),
                    model,
                    value));
            return Optional.empty();
        }
        if (type instanceof EnumType enumeration && isTextLiteral(value))
            return member(enumeration, model, value, valueNode);
        boolean texts = type instanceof UnitRefType && value.type() instanceof TextType;
        if (type.equals(value.type()) || texts) return Optional.of(value);
        report.tell(ExpressionMistake.BRANCHES_DIFFER, node, type.label(), value.type().label());
        return Optional.empty();
    }

    private static boolean isTextLiteral(Expr expr) {
        return expr instanceof Expr.Literal literal
                && literal.value() != null
                && literal.type() instanceof TextType;
    }

    private static boolean isOrdered(Type type) {
        return switch (type) {
            case NumberType unused -> true;
            case TextType unused -> true;
            case DateType unused -> true;
            case MomentType unused -> true;
            case EnumType unused -> true;
            default -> false;
        };
    }

    static String sign(BinaryOperator operator) {
        return switch (operator) {
            case OR -> "||";
            case AND -> "&&";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case MODULO -> "%";
        };
    }
}
