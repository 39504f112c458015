package org.luoshi.pack.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Expr.Function;
import org.luoshi.pack.expression.Scope.HostFunction;
import org.luoshi.pack.expression.Type.BooleanType;
import org.luoshi.pack.expression.Type.DateType;
import org.luoshi.pack.expression.Type.MomentType;
import org.luoshi.pack.expression.Type.NumberType;
import org.luoshi.pack.expression.Type.TextType;

/// Checks a function call.
final class CallChecker {

    private static final int MOST_DECIMALS = 16;
    private static final NumberType DAYS = new NumberType(OperatorChecker.DAY, true);
    private static final UnitOfMeasure WORKING_DAY =
            UnitsOfMeasure.standard().find("working_day").orElseThrow();
    private static final NumberType WORKING_DAYS = new NumberType(WORKING_DAY, true);
    private static final NumberType WHOLE = new NumberType(TreeChecker.ONE, true);
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final TreeChecker tree;
    private final Report report;
    private final Nodes nodes;

    CallChecker(TreeChecker tree) {
        this.tree = tree;
        this.report = tree.report();
        this.nodes = report.nodes();
    }

    /// `x.startsWith('a')` is read as `startsWith(x, 'a')`.
    Expr check(CelExpr node) {
        String name = node.call().function();
        List<CelExpr> arguments = new ArrayList<>();
        node.call().target().ifPresent(arguments::add);
        arguments.addAll(node.call().args());
        HostFunction host = tree.scope().functions().get(name);
        if (host != null) return hostCall(node, name, host, arguments);
        Signature signature = Signature.ALL.get(name);
        if (signature == null) return unknown(node, name);
        if (arguments.size() < signature.least() || arguments.size() > signature.most())
            return report.tell(
                    ExpressionMistake.ARGUMENT_COUNT,
                    nodes.head(node),
                    name,
                    signature.counted(),
                    arguments.size(),
                    signature.form());
        if (signature.aggregate() != null) return new AggregateChecker(tree).check(node, signature, arguments);
        if (Signature.RELATED.contains(name)) return new RelatedChecker(tree).check(node, signature, arguments);
        return call(node, name, arguments);
    }

    private Expr call(CelExpr node, String name, List<CelExpr> arguments) {
        return switch (name) {
            case "date" -> date(node, arguments.getFirst());
            case "moment" -> moment(arguments.getFirst());
            case "quantity" -> quantity(node, arguments);
            case "today" -> today(node);
            case "days" -> typed(node, Function.DAYS, arguments, new DateType(), DAYS);
            case "workdaysBetween" -> workdaysBetween(node, arguments);
            case "addWorkdays" -> addWorkdays(node, arguments);
            case "year" -> typed(node, Function.YEAR, arguments, new DateType(), WHOLE);
            case "month" -> typed(node, Function.MONTH, arguments, new DateType(), WHOLE);
            case "size" -> typed(node, Function.SIZE, arguments, new TextType(), WHOLE);
            case "startsWith" -> typed(node, Function.STARTS_WITH, arguments, new TextType(), new BooleanType());
            case "contains" -> typed(node, Function.CONTAINS, arguments, new TextType(), new BooleanType());
            case "matches" -> matches(node, arguments);
            case "coalesce" -> coalesce(node, arguments);
            case "abs" -> abs(node, arguments.getFirst());
            case "round" -> round(node, arguments);
            default -> throw new IllegalStateException("function `%s` has a signature but no check".formatted(name));
        };
    }

    private Expr typed(CelExpr node, Function function, List<CelExpr> arguments, Type each, Type result) {
        List<Expr> checked = new ArrayList<>();
        for (CelExpr argument : arguments) {
            Expr value = tree.check(argument);
            if (Report.isBroken(value)) return value;
            if (Operands.isNull(value)) value = Operands.retyped(value, each);
            if (!value.type().equals(each)) return wrongType(node, argument, each.label(), value);
            checked.add(value);
        }
        return new Expr.Call(function, checked, result, nodes.at(node));
    }

    private Expr workdaysBetween(CelExpr node, List<CelExpr> arguments) {
        Expr start = day(node, arguments.get(0));
        Expr end = day(node, arguments.get(1));
        if (Report.isBroken(start) || Report.isBroken(end)) return Report.broken();
        return workdays(node, Expr.WorkdayFunction.BETWEEN, start, end, WORKING_DAYS);
    }

    private Expr addWorkdays(CelExpr node, List<CelExpr> arguments) {
        Expr start = day(node, arguments.get(0));
        Expr count = tree.check(arguments.get(1));
        if (Report.isBroken(start) || Report.isBroken(count)) return Report.broken();
        if (Operands.isNull(count)) count = Operands.retyped(count, WHOLE);
        boolean whole = count.type() instanceof NumberType(var unit, var integer)
                && integer
                && (unit.equals(TreeChecker.ONE) || unit.equals(WORKING_DAY));
        if (!whole)
            return wrongType(node, arguments.get(1), new Text("整数个工作日", "a whole number of working days"), count);
        return workdays(node, Expr.WorkdayFunction.ADD, start, count, new DateType());
    }

    private Expr day(CelExpr node, CelExpr argument) {
        Expr value = tree.check(argument);
        if (Operands.isNull(value)) return Operands.retyped(value, new DateType());
        boolean fits = Report.isBroken(value) || value.type() instanceof DateType;
        return fits ? value : wrongType(node, argument, new DateType().label(), value);
    }

    private Expr workdays(CelExpr node, Expr.WorkdayFunction function, Expr start, Expr other, Type type) {
        if (!tree.scope().workdays())
            return report.tell(ExpressionMistake.WORKDAYS_NOT_HERE, nodes.head(node), node.call().function());
        return tree.scope()
                .names()
                .calendar()
                .map(days -> (Expr) new Expr.Workdays(function, start, other, days, type, nodes.at(node)))
                .orElseGet(() -> report.tell(ExpressionMistake.NO_CALENDAR, nodes.head(node), node.call().function()));
    }

    private Expr wrongType(CelExpr node, CelExpr argument, Text expected, Expr found) {
        return report.tell(
                ExpressionMistake.ARGUMENT_TYPE,
                argument,
                node.call().function(),
                expected,
                found.type().label());
    }

    private Expr date(CelExpr node, CelExpr argument) {
        String text = textLiteral(argument);
        if (text == null) {
            Expr value = tree.check(argument);
            if (Report.isBroken(value)) return value;
            if (!(value.type() instanceof MomentType))
                return wrongType(
                        node,
                        argument,
                        new Text("'2025-09-22' 这样的文本或时刻", "a text such as '2025-09-22', or a moment"),
                        value);
            return new Expr.Call(Function.DATE, List.of(value), new DateType(), nodes.at(node));
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                return report.tell(ExpressionMistake.NOT_A_DATE, argument, text);
            return new Expr.Literal(date, new DateType(), nodes.at(node));
        } catch (DateTimeException notADate) {
            return report.tell(ExpressionMistake.NOT_A_DATE, argument, text);
        }
    }

    private Expr moment(CelExpr argument) {
        String text = textLiteral(argument);
        if (text == null) return literalNeeded("moment", argument);
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.getYear() <= FIRST_YEAR || moment.getYear() >= LAST_YEAR)
                return report.tell(ExpressionMistake.NOT_A_DATE, argument, text);
            // PostgreSQL keeps microseconds
            Instant instant = moment.toInstant().truncatedTo(ChronoUnit.MICROS);
            return new Expr.Literal(instant, new MomentType(), nodes.at(argument));
        } catch (DateTimeException notAMoment) {
            return report.tell(ExpressionMistake.NOT_A_DATE
                    .at(report.span(argument), text)
                    .help(Text.same("moment('2025-09-22T09:00:00+08:00')")));
        }
    }

    private Expr quantity(CelExpr node, List<CelExpr> arguments) {
        String number = textLiteral(arguments.get(0));
        if (number == null && arguments.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT)
            number = nodes.numberText(arguments.get(0));
        String symbol = textLiteral(arguments.get(1));
        if (number == null) return literalNeeded("quantity", arguments.get(0));
        if (symbol == null) return literalNeeded("quantity", arguments.get(1));
        BigDecimal value = TreeChecker.decimal(number);
        if (value == null) return report.tell(ExpressionMistake.NOT_A_NUMBER, arguments.get(0), number);
        Optional<UnitOfMeasure> unit = UnitsOfMeasure.standard().find(symbol);
        if (unit.isEmpty())
            return report.tell(Report.suggesting(
                    ExpressionMistake.UNKNOWN_UNIT.at(report.span(arguments.get(1)), symbol),
                    symbol,
                    UnitsOfMeasure.standard().all().stream().map(UnitOfMeasure::symbol).toList()));
        return new Expr.Literal(value, new NumberType(unit.get(), value.scale() <= 0), nodes.at(node));
    }

    private Expr today(CelExpr node) {
        if (!tree.scope().today()) return report.tell(ExpressionMistake.TODAY_NOT_HERE, node);
        return new Expr.Call(Function.TODAY, List.of(), new DateType(), nodes.at(node));
    }

    private Expr matches(CelExpr node, List<CelExpr> arguments) {
        String pattern = textLiteral(arguments.get(1));
        if (pattern == null) return literalNeeded("matches", arguments.get(1));
        Optional<String> foreign = PortablePattern.foreignPart(pattern);
        if (foreign.isPresent()) return report.tell(ExpressionMistake.PATTERN, arguments.get(1), foreign.get());
        return typed(node, Function.MATCHES, arguments, new TextType(), new BooleanType());
    }

    private Expr coalesce(CelExpr node, List<CelExpr> arguments) {
        List<Expr> values = arguments.stream().map(tree::check).toList();
        if (values.stream().anyMatch(Report::isBroken)) return Report.broken();
        return tree.operators()
                .unify(node, arguments, values)
                .map(same -> (Expr) new Expr.Call(
                        Function.COALESCE,
                        same,
                        same.stream().map(Expr::type).reduce(Operands::common).orElseThrow(),
                        nodes.at(node)))
                .orElseGet(Report::broken);
    }

    private Expr abs(CelExpr node, CelExpr argument) {
        Expr value = number(node, argument);
        return Report.isBroken(value)
                ? value
                : new Expr.Call(Function.ABS, List.of(value), value.type(), nodes.at(node));
    }

    private Expr round(CelExpr node, List<CelExpr> arguments) {
        Expr value = number(node, arguments.getFirst());
        if (Report.isBroken(value)) return value;
        Expr decimals = arguments.size() < 2
                ? new Expr.Literal(BigDecimal.ZERO, new NumberType(TreeChecker.ONE, true), nodes.at(node))
                : tree.check(arguments.get(1));
        if (Report.isBroken(decimals)) return decimals;
        if (!(decimals instanceof Expr.Literal(BigDecimal digits, NumberType type, int at)) || !type.integer())
            return literalNeeded("round", arguments.get(1));
        if (digits.signum() < 0 || digits.compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0)
            return report.tell(
                    ExpressionMistake.ARGUMENT_TYPE,
                    arguments.get(1),
                    "round",
                    new Text("0 到 16 的整数", "a whole number from 0 to 16"),
                    Text.same(digits.toPlainString()));
        NumberType number = (NumberType) value.type();
        NumberType rounded = new NumberType(number.unit(), number.integer() || digits.signum() == 0);
        return new Expr.Call(Function.ROUND, List.of(value, decimals), rounded, nodes.at(node));
    }

    private Expr number(CelExpr node, CelExpr argument) {
        Expr value = tree.check(argument);
        if (Report.isBroken(value) || value.type() instanceof NumberType) return value;
        if (Operands.isNull(value)) return Operands.retyped(value, new NumberType(TreeChecker.ONE, false));
        return wrongType(node, argument, new Text("数", "a number"), value);
    }

    private Expr literalNeeded(String function, CelExpr argument) {
        return report.tell(ExpressionMistake.LITERAL_NEEDED, argument, function);
    }

    private Expr unknown(CelExpr node, String name) {
        Set<String> known = new TreeSet<>(tree.scope().functions().keySet());
        Signature.ALL.forEach((function, signature) -> {
            boolean usable = signature.aggregate() != null
                    ? tree.scope().aggregates()
                    : !Signature.RELATED.contains(function) || tree.scope().indicators();
            if (usable) known.add(function);
        });
        return report.tell(Report.suggesting(
                ExpressionMistake.UNKNOWN_FUNCTION.at(report.span(nodes.head(node)), name), name, known));
    }

    private Expr hostCall(CelExpr node, String name, HostFunction host, List<CelExpr> arguments) {
        if (arguments.size() != host.arguments().size()) {
            String form = name + host.arguments().stream().map(Scope.HostArgument::name).toList();
            return report.tell(
                    ExpressionMistake.ARGUMENT_COUNT,
                    nodes.head(node),
                    name,
                    Signature.arguments(host.arguments().size(), host.arguments().size()),
                    arguments.size(),
                    form.replace('[', '(').replace(']', ')'));
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String value = textLiteral(arguments.get(i));
            if (value == null) return literalNeeded(name, arguments.get(i));
            Scope.HostArgument argument = host.arguments().get(i);
            if (!argument.allowed().isEmpty() && !argument.allowed().contains(value))
                return report.tell(Report.suggesting(
                        ExpressionMistake.UNKNOWN_HOST_VALUE.at(
                                report.span(arguments.get(i)), value, argument.name()),
                        value,
                        argument.allowed()));
            values.add(value);
        }
        return new Expr.HostCall(name, values, host.type(), nodes.at(node));
    }

    private static @Nullable String textLiteral(CelExpr node) {
        boolean text = node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return text ? node.constant().stringValue() : null;
    }
}
