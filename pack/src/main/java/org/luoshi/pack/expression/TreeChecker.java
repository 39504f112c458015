package org.luoshi.pack.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Expr.UnaryOperator;
import org.luoshi.pack.expression.Type.BooleanType;
import org.luoshi.pack.expression.Type.NullType;
import org.luoshi.pack.expression.Type.NumberType;
import org.luoshi.pack.expression.Type.TextType;

/// Turns the parser's tree into a checked one, node by node; a part that was told stays quiet afterwards.
final class TreeChecker {

    static final UnitOfMeasure ONE = UnitsOfMeasure.standard().find("1").orElseThrow();

    private static final int DIGITS_BEFORE = 30;
    private static final Map<String, BinaryOperator> OPERATORS = Map.ofEntries(
            Map.entry("_||_", BinaryOperator.OR),
            Map.entry("_&&_", BinaryOperator.AND),
            Map.entry("_==_", BinaryOperator.EQUAL),
            Map.entry("_!=_", BinaryOperator.NOT_EQUAL),
            Map.entry("_<_", BinaryOperator.LESS),
            Map.entry("_<=_", BinaryOperator.LESS_OR_EQUAL),
            Map.entry("_>_", BinaryOperator.GREATER),
            Map.entry("_>=_", BinaryOperator.GREATER_OR_EQUAL),
            Map.entry("_+_", BinaryOperator.ADD),
            Map.entry("_-_", BinaryOperator.SUBTRACT),
            Map.entry("_*_", BinaryOperator.MULTIPLY),
            Map.entry("_/_", BinaryOperator.DIVIDE),
            Map.entry("_%_", BinaryOperator.MODULO));

    private final Report report;
    private final Nodes nodes;
    private final Scope scope;
    private final boolean insideAggregate;
    private final NameChecker names;
    private final OperatorChecker operators;

    TreeChecker(Report report, Scope scope) {
        this(report, scope, false);
    }

    private TreeChecker(Report report, Scope scope, boolean insideAggregate) {
        this.report = report;
        this.nodes = report.nodes();
        this.scope = scope;
        this.insideAggregate = insideAggregate;
        this.names = new NameChecker(report, scope, insideAggregate);
        this.operators = new OperatorChecker(report);
    }

    Report report() {
        return report;
    }

    Scope scope() {
        return scope;
    }

    boolean insideAggregate() {
        return insideAggregate;
    }

    OperatorChecker operators() {
        return operators;
    }

    NameChecker names() {
        return names;
    }

    /// The same checks with a record at hand.
    TreeChecker within(Scope inner) {
        return new TreeChecker(report, inner, true);
    }

    Expr check(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case CONSTANT -> constant(node);
            case IDENT, SELECT ->
                nodes.chain(node)
                        .map(chain -> names.resolve(node, chain))
                        .orElseGet(() -> unsupported(
                                node, "对计算结果取字段", "fields of a computed value"));
            case CALL -> call(node);
            case LIST -> unsupported(node, "列表（`in` 的右边除外）", "lists, except to the right of `in`");
            case MAP, STRUCT -> unsupported(node, "花括号", "braces");
            case COMPREHENSION, NOT_SET -> unsupported(node, "这种写法", "such a construct");
        };
    }

    /// A condition, or a broken expression.
    Expr condition(CelExpr node) {
        Expr checked = check(node);
        if (Report.isBroken(checked) || checked.type() instanceof BooleanType) return checked;
        if (checked.type() instanceof NullType) return Operands.retyped(checked, new BooleanType());
        return report.tell(
                ExpressionMistake.NOT_A_CONDITION, node, checked.type().label());
    }

    private Expr call(CelExpr node) {
        String function = node.call().function();
        List<CelExpr> args = node.call().args();
        BinaryOperator operator = OPERATORS.get(function);
        if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
            return logical(node, operator, condition(args.get(0)), condition(args.get(1)));
        }
        if (operator != null) {
            return operators.binary(node, operator, check(args.get(0)), check(args.get(1)));
        }
        return switch (function) {
            case "!_" -> not(node, condition(args.getFirst()));
            case "-_" -> negate(node, check(args.getFirst()));
            case "_?_:_" -> conditional(node, args);
            case "@in" -> in(node, args);
            case "_[_]" -> unsupported(node, "下标", "subscripts");
            default ->
                Nodes.isFunction(node)
                        ? new CallChecker(this).check(node)
                        : unsupported(node, "这种写法", "such a construct");
        };
    }

    private Expr logical(CelExpr node, BinaryOperator operator, Expr left, Expr right) {
        if (Report.isBroken(left) || Report.isBroken(right)) return Report.broken();
        return new Expr.Binary(operator, left, right, new BooleanType(), nodes.at(node));
    }

    private Expr not(CelExpr node, Expr operand) {
        if (Report.isBroken(operand)) return operand;
        return new Expr.Unary(UnaryOperator.NOT, operand, new BooleanType(), nodes.at(node));
    }

    private Expr negate(CelExpr node, Expr operand) {
        if (Report.isBroken(operand)) return operand;
        if (!(operand.type() instanceof NumberType))
            return report.tell(
                    ExpressionMistake.OPERAND, nodes.head(node), "-", operand.type().label());
        return new Expr.Unary(UnaryOperator.NEGATE, operand, operand.type(), nodes.at(node));
    }

    private Expr conditional(CelExpr node, List<CelExpr> args) {
        Expr condition = condition(args.get(0));
        Expr then = check(args.get(1));
        Expr otherwise = check(args.get(2));
        if (Report.isBroken(condition) || Report.isBroken(then) || Report.isBroken(otherwise)) return Report.broken();
        Optional<List<Expr>> same = operators.unify(node, args.subList(1, 3), List.of(then, otherwise));
        if (same.isEmpty()) return Report.broken();
        Expr first = same.get().get(0);
        Expr second = same.get().get(1);
        return new Expr.Conditional(
                condition, first, second, Operands.common(first.type(), second.type()), nodes.at(node));
    }

    private Expr in(CelExpr node, List<CelExpr> args) {
        Expr value = check(args.get(0));
        if (args.get(1).exprKind().getKind() != CelExpr.ExprKind.Kind.LIST)
            return unsupported(args.get(1), "列表以外的 `in`", "`in` without a list in brackets");
        List<CelExpr> elements = args.get(1).list().elements();
        if (elements.isEmpty()) return report.tell(ExpressionMistake.EMPTY_LIST, args.get(1));
        List<Expr> members = new ArrayList<>();
        boolean broken = Report.isBroken(value);
        for (CelExpr element : elements) {
            Expr member = check(element);
            if (Report.isBroken(value) || Report.isBroken(member)) {
                broken = true;
                continue;
            }
            var sides = operators.comparable(node, "in", value, member, args.get(0), element);
            broken |= sides.isEmpty();
            sides.ifPresent(pair -> members.add(pair.right()));
        }
        if (broken) return Report.broken();
        return new Expr.In(value, members, new BooleanType(), nodes.at(node));
    }

    private Expr constant(CelExpr node) {
        CelConstant constant = node.constant();
        return switch (constant.getKind()) {
            case NULL_VALUE -> new Expr.Literal(null, new NullType(), nodes.at(node));
            case BOOLEAN_VALUE -> new Expr.Literal(constant.booleanValue(), new BooleanType(), nodes.at(node));
            case INT64_VALUE -> integer(node, constant);
            case DOUBLE_VALUE -> number(node, nodes.numberText(node));
            case STRING_VALUE -> text(node, constant.stringValue());
            case UINT64_VALUE -> unsupported(node, "带 `u` 的数", "numbers ending in `u`");
            default -> unsupported(node, "字节串", "byte strings");
        };
    }

    private Expr integer(CelExpr node, CelConstant constant) {
        return new Expr.Literal(
                BigDecimal.valueOf(constant.int64Value()), new NumberType(ONE, true), nodes.at(node));
    }

    private Expr number(CelExpr node, String text) {
        BigDecimal value = decimal(text);
        return value == null
                ? report.tell(ExpressionMistake.NUMBER_RANGE, node, text)
                : new Expr.Literal(value, new NumberType(ONE, value.scale() <= 0), nodes.at(node));
    }

    private Expr text(CelExpr node, String value) {
        boolean storable = value.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
        return storable
                ? new Expr.Literal(value, new TextType(), nodes.at(node))
                : unsupported(node, "NUL 和半个字符", "NUL or half characters");
    }

    /// Null unless a plain number of bearable length: an exponent of a billion would fill the memory.
    static @Nullable BigDecimal decimal(String text) {
        if (!text.matches("-?([0-9]{1,30}(\\.[0-9]{1,16})?|\\.[0-9]{1,16})([eE][-+]?[0-9]{1,2})?")) return null;
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        boolean bearable =
                value.precision() - value.scale() <= DIGITS_BEFORE && value.scale() <= Numbers.QUOTIENT_DECIMALS;
        return bearable ? value.setScale(Math.max(0, value.scale())) : null;
    }

    Expr unsupported(CelExpr node, String zh, String en) {
        return report.tell(ExpressionMistake.NOT_SUPPORTED, node, new Text(zh, en));
    }
}
