package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr.BinaryOperator;

/// Runs expressions in the JVM, and is the reference for what they mean; [SqlExpression] gives the same answers.
///
/// Null is "unknown": comparisons and arithmetic with it are unknown, `&&`, `||` and `!` are three-valued, a condition
/// that is unknown takes the second branch.
public final class Evaluator {

    private static final long MOST_DAYS = 4_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final Environment environment;

    private Evaluator(Environment environment) {
        this.environment = environment;
    }

    /// Numbers come back as BigDecimal.
    public static @Nullable Object evaluate(Expr expr, Environment environment) {
        return new Evaluator(environment).value(expr);
    }

    public static @Nullable BigDecimal number(Expr expr, Environment environment) {
        return (BigDecimal) evaluate(expr, environment);
    }

    /// Whether a condition holds; unknown does not.
    public static boolean holds(Expr expr, Environment environment) {
        return Boolean.TRUE.equals(evaluate(expr, environment));
    }

    private @Nullable Object value(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case Expr.FieldPath path -> plain(environment.field(path), path.type());
            case Expr.Variable variable -> plain(environment.variable(variable.name()), variable.type());
            case Expr.IndicatorValue value -> plain(environment.indicator(value.indicator()), value.type());
            case Expr.RelatedCells cells -> plain(environment.related(cells), cells.type());
            case Expr.Aggregate aggregate -> plain(environment.aggregate(aggregate), aggregate.type());
            case Expr.HostCall call -> plain(environment.call(call), call.type());
            case Expr.Unary unary -> unary(unary);
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional conditional ->
                Boolean.TRUE.equals(value(conditional.condition()))
                        ? value(conditional.then())
                        : value(conditional.otherwise());
            case Expr.In in -> in(in);
            case Expr.Convert convert ->
                value(convert.value()) instanceof BigDecimal number
                        ? Numbers.convert(number, convert.factor())
                        : null;
            case Expr.Call call -> call(call);
            case Expr.Workdays workdays -> workdays(workdays);
        };
    }

    /// Whole numbers as decimals; a reference's Long stays.
    private static @Nullable Object plain(@Nullable Object value, Type type) {
        if (!(type instanceof Type.NumberType)) return value;
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case null -> null;
            default -> value;
        };
    }

    private @Nullable Object unary(Expr.Unary unary) {
        return switch (value(unary.operand())) {
            case Boolean value -> !value;
            case BigDecimal value -> value.negate();
            case null -> null;
            default -> throw new IllegalStateException("operand of " + unary);
        };
    }

    private @Nullable Object binary(Expr.Binary binary) {
        return switch (binary.operator()) {
            case AND -> decided(binary, false);
            case OR -> decided(binary, true);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
            default -> arithmetic(binary, value(binary.left()), value(binary.right()));
        };
    }

    /// Kleene's logic: one `deciding` side decides, whatever the other is.
    private @Nullable Boolean decided(Expr.Binary binary, boolean deciding) {
        Object left = value(binary.left());
        if (left instanceof Boolean value && value == deciding) return deciding;
        Object right = value(binary.right());
        if (right instanceof Boolean value && value == deciding) return deciding;
        return left == null || right == null ? null : !deciding;
    }

    private @Nullable Boolean comparison(Expr.Binary binary) {
        Object left = value(binary.left());
        Object right = value(binary.right());
        boolean equality = binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
        if (equality && (Operands.isNull(binary.left()) || Operands.isNull(binary.right())))
            return (left == null && right == null) == (binary.operator() == BinaryOperator.EQUAL);
        if (left == null || right == null) return null;
        if (equality) return equal(left, right) == (binary.operator() == BinaryOperator.EQUAL);
        return SqlExpression.holds(binary.operator(), Values.compare(left, right, binary.left().type()));
    }

    private static boolean equal(Object left, Object right) {
        return left instanceof BigDecimal number && right instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : left.equals(right);
    }

    private @Nullable Boolean in(Expr.In in) {
        Object value = value(in.value());
        if (value == null) return null;
        boolean unknown = false;
        for (Expr member : in.members()) {
            Object candidate = value(member);
            if (candidate == null) unknown = true;
            else if (equal(value, candidate)) return true;
        }
        return unknown ? null : false;
    }

    private static @Nullable Object arithmetic(Expr.Binary binary, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) return null;
        if (left instanceof LocalDate date) return dateArithmetic(binary, date, right);
        BigDecimal a = (BigDecimal) left;
        BigDecimal b = (BigDecimal) right;
        return switch (binary.operator()) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> Numbers.divide(a, b);
            case MODULO -> Numbers.remainder(a, b);
            default -> throw new IllegalStateException("not arithmetic: " + binary.operator());
        };
    }

    private static @Nullable Object dateArithmetic(Expr.Binary binary, LocalDate date, Object right) {
        if (right instanceof LocalDate other) return days(other, date);
        BigDecimal days = (BigDecimal) right;
        return plusDays(date, binary.operator() == BinaryOperator.ADD ? days : days.negate());
    }

    /// Null beyond the years 1 to 9999, as `luoshi.plus_days` does.
    private static @Nullable LocalDate plusDays(LocalDate date, BigDecimal days) {
        if (days.abs().compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) return null;
        LocalDate result = date.plusDays(days.longValueExact());
        return result.isBefore(FIRST_DAY) || result.isAfter(LAST_DAY) ? null : result;
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    private @Nullable Object workdays(Expr.Workdays call) {
        if (!(value(call.start()) instanceof LocalDate start)) return null;
        Object other = value(call.other());
        if (other instanceof LocalDate end) {
            Integer days = call.days().between(start, end);
            return days == null ? null : BigDecimal.valueOf(days);
        }
        if (!(other instanceof BigDecimal days) || days.abs().compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) return null;
        return call.days().add(start, days.longValueExact());
    }

    private @Nullable Object call(Expr.Call call) {
        if (call.function() == Expr.Function.TODAY) return environment.today();
        if (call.function() == Expr.Function.COALESCE) return coalesce(call);
        Object[] values = new Object[call.arguments().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = value(call.arguments().get(i));
            if (value == null) return null;
            values[i] = value;
        }
        return switch (call.function()) {
            case DATE -> ((Instant) values[0]).atZone(environment.zone()).toLocalDate();
            case DAYS -> days((LocalDate) values[0], (LocalDate) values[1]);
            case YEAR -> BigDecimal.valueOf(((LocalDate) values[0]).getYear());
            case MONTH -> BigDecimal.valueOf(((LocalDate) values[0]).getMonthValue());
            case SIZE -> BigDecimal.valueOf(((String) values[0]).codePoints().count());
            case ABS -> ((BigDecimal) values[0]).abs();
            case ROUND -> Numbers.round((BigDecimal) values[0], SqlExpression.decimals(call));
            case STARTS_WITH -> ((String) values[0]).startsWith((String) values[1]);
            case CONTAINS -> ((String) values[0]).contains((String) values[1]);
            case MATCHES -> pattern(call).matcher((String) values[0]).find();
            case TODAY, COALESCE -> throw new IllegalStateException("handled above");
        };
    }

    private @Nullable Object coalesce(Expr.Call call) {
        for (Expr argument : call.arguments()) {
            Object value = value(argument);
            if (value != null) return value;
        }
        return null;
    }

    private static Pattern pattern(Expr.Call call) {
        return PATTERNS.computeIfAbsent(
                SqlExpression.pattern(call), text -> Pattern.compile(javaPattern(text), Pattern.DOTALL));
    }

    /// `$` before a final line break is Java's own idea.
    private static String javaPattern(String portable) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < portable.length(); i++) {
            char c = portable.charAt(i);
            if (c == '\\') {
                out.append(c).append(portable.charAt(++i));
            } else {
                if (c == '[') inClass = true;
                if (c == ']') inClass = false;
                out.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
