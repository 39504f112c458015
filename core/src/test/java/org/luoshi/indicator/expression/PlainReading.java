package org.luoshi.indicator.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.Day;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Expr.FieldPath;
import org.luoshi.pack.expression.Type;

/// What expressions mean, by the plainest reading: written from the language's description, slow, and sharing no code
/// with the executors.
final class PlainReading {

    private static final BigInteger SIXTEEN_DIGITS = BigInteger.TEN.pow(16);

    private final Function<FieldPath, @Nullable Object> fields;

    private PlainReading(Function<FieldPath, @Nullable Object> fields) {
        this.fields = fields;
    }

    static @Nullable Object of(Expr expr, Function<FieldPath, @Nullable Object> fields) {
        return new PlainReading(fields).value(expr);
    }

    /// @param rows in the order of entry
    static @Nullable BigDecimal of(Aggregate aggregate, List<Environment> rows) {
        List<Object> values = new ArrayList<>();
        List<Object> beside = new ArrayList<>();
        for (Environment row : rows) {
            Object passes = aggregate.filter() == null ? true : of(aggregate.filter(), row::field);
            Object value = aggregate.value() == null ? "a record" : of(aggregate.value(), row::field);
            Object other = aggregate.beside() == null ? "nothing" : of(aggregate.beside(), row::field);
            if (Objects.equals(passes, true) && value != null && other != null) {
                values.add(value);
                beside.add(other);
            }
        }
        int n = values.size();
        return switch (aggregate.kind()) {
            case COUNT -> BigDecimal.valueOf(n);
            case DISTINCT -> BigDecimal.valueOf(different(values));
            case SUM -> n == 0 ? null : sum(values);
            case MEAN -> n == 0 ? null : quotient(sum(values), BigDecimal.valueOf(n));
            case MIN -> n == 0 ? null : ranked(values, 1);
            case MAX -> n == 0 ? null : ranked(values, n);
            case MEDIAN -> n == 0 ? null : halfway(ranked(values, (n + 1) / 2), ranked(values, n / 2 + 1));
            case WEIGHTED_MEAN -> {
                List<Object> products = new ArrayList<>();
                for (int i = 0; i < n; i++) products.add(((BigDecimal) values.get(i)).multiply((BigDecimal) beside.get(i)));
                yield quotient(sum(products), sum(beside));
            }
            case PERCENTILE -> n == 0 ? null : smallestWithEnoughBelow(values, (BigDecimal) beside.getFirst());
            case FIRST -> n == 0 ? null : (BigDecimal) values.get(outermost(beside, -1));
            case LAST -> n == 0 ? null : (BigDecimal) values.get(outermost(beside, 1));
        };
    }

    private static int different(List<Object> values) {
        int different = 0;
        for (int i = 0; i < values.size(); i++) {
            boolean seen = false;
            for (int j = 0; j < i; j++) seen |= same(values.get(i), values.get(j));
            if (!seen) different++;
        }
        return different;
    }

    private static BigDecimal sum(List<Object> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object number : numbers) sum = sum.add((BigDecimal) number);
        return sum;
    }

    /// The value that so many, itself included, are not above, when equals are counted one by one.
    private static BigDecimal ranked(List<Object> values, int rank) {
        for (Object candidate : values) {
            int below = 0;
            int upTo = 0;
            for (Object value : values) {
                int comparison = ((BigDecimal) value).compareTo((BigDecimal) candidate);
                if (comparison < 0) below++;
                if (comparison <= 0) upTo++;
            }
            if (below < rank && rank <= upTo) return (BigDecimal) candidate;
        }
        throw new AssertionError("rank %d of %s".formatted(rank, values));
    }

    private static BigDecimal halfway(BigDecimal lower, BigDecimal upper) {
        return lower.add(upper).multiply(BigDecimal.valueOf(5)).movePointLeft(1);
    }

    private static BigDecimal smallestWithEnoughBelow(List<Object> values, BigDecimal percent) {
        BigDecimal enough = percent.multiply(BigDecimal.valueOf(values.size()));
        BigDecimal smallest = null;
        for (Object candidate : values) {
            long upTo = values.stream().filter(v -> ((BigDecimal) v).compareTo((BigDecimal) candidate) <= 0).count();
            boolean serves = BigDecimal.valueOf(upTo * 100).compareTo(enough) >= 0;
            if (serves && (smallest == null || ((BigDecimal) candidate).compareTo(smallest) < 0))
                smallest = (BigDecimal) candidate;
        }
        return Objects.requireNonNull(smallest);
    }

    /// @param way 1 for the greatest, of equals the last; -1 for the smallest, of equals the first
    private static int outermost(List<Object> order, int way) {
        int found = 0;
        for (int i = 1; i < order.size(); i++) {
            int comparison = way * Integer.signum(rank(order.get(i)).compareTo(rank(order.get(found))));
            if (comparison > 0 || comparison == 0 && way > 0) found = i;
        }
        return found;
    }

    private static BigDecimal rank(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
            case Instant moment -> BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), 9));
            default -> throw new AssertionError(value);
        };
    }

    private @Nullable Object value(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case FieldPath path ->
                path.type() instanceof Type.NumberType && fields.apply(path) instanceof Long whole
                        ? (Object) BigDecimal.valueOf(whole)
                        : fields.apply(path);
            case Expr.Unary unary -> switch (value(unary.operand())) {
                case Boolean truth -> !truth;
                case BigDecimal number -> BigDecimal.ZERO.subtract(number);
                case null -> null;
                default -> throw new AssertionError(unary);
            };
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional(var condition, var then, var otherwise, var type, var at) ->
                value(Boolean.TRUE.equals(value(condition)) ? then : otherwise);
            case Expr.In in -> in(in);
            case Expr.Convert convert -> value(convert.value()) instanceof BigDecimal number ? converted(number, convert) : null;
            case Expr.Call call -> call(call);
            case Expr.Workdays workdays -> workdays(workdays);
            default -> throw new AssertionError("not of a record: " + expr);
        };
    }

    private @Nullable Object binary(Expr.Binary binary) {
        Object left = value(binary.left());
        Object right = value(binary.right());
        return switch (binary.operator()) {
            case AND -> isFalse(left) || isFalse(right) ? (Object) false : left == null || right == null ? null : (Object) true;
            case OR -> isTrue(left) || isTrue(right) ? (Object) true : left == null || right == null ? null : (Object) false;
            case EQUAL, NOT_EQUAL -> {
                boolean negated = binary.operator() == BinaryOperator.NOT_EQUAL;
                if (isNull(binary.left()) || isNull(binary.right())) yield (left == null && right == null) != negated;
                yield left == null || right == null ? null : (Object) (same(left, right) != negated);
            }
            default -> left == null || right == null ? null : known(binary, left, right);
        };
    }

    private static @Nullable Object known(Expr.Binary binary, Object left, Object right) {
        return switch (binary.operator()) {
            case LESS -> order(left, right, binary.left().type()) < 0;
            case LESS_OR_EQUAL -> order(left, right, binary.left().type()) <= 0;
            case GREATER -> order(left, right, binary.left().type()) > 0;
            case GREATER_OR_EQUAL -> order(left, right, binary.left().type()) >= 0;
            case ADD -> left instanceof LocalDate day ? moved(day, (BigDecimal) right) : ((BigDecimal) left).add((BigDecimal) right);
            case SUBTRACT -> {
                if (left instanceof LocalDate day && right instanceof LocalDate other)
                    yield BigDecimal.valueOf(day.toEpochDay() - other.toEpochDay());
                yield left instanceof LocalDate day
                        ? moved(day, BigDecimal.ZERO.subtract((BigDecimal) right))
                        : ((BigDecimal) left).subtract((BigDecimal) right);
            }
            case MULTIPLY -> ((BigDecimal) left).multiply((BigDecimal) right);
            case DIVIDE -> quotient((BigDecimal) left, (BigDecimal) right);
            case MODULO -> {
                BigDecimal divisor = (BigDecimal) right;
                if (divisor.signum() == 0) yield null;
                BigDecimal times = ((BigDecimal) left).divideToIntegralValue(divisor);
                yield ((BigDecimal) left).subtract(times.multiply(divisor));
            }
            default -> throw new AssertionError(binary);
        };
    }

    private static @Nullable LocalDate moved(LocalDate day, BigDecimal days) {
        if (days.abs().compareTo(BigDecimal.valueOf(4_000_000)) > 0) return null;
        long to = day.toEpochDay() + days.longValueExact();
        boolean inside = to >= LocalDate.of(1, 1, 1).toEpochDay() && to <= LocalDate.of(9999, 12, 31).toEpochDay();
        return inside ? LocalDate.ofEpochDay(to) : null;
    }

    /// 16 digits after the point, half away from zero; nothing by zero.
    private static @Nullable BigDecimal quotient(BigDecimal above, BigDecimal below) {
        if (below.signum() == 0) return null;
        int scale = Math.max(Math.max(above.scale(), below.scale()), 0);
        BigInteger a = above.setScale(scale).unscaledValue();
        BigInteger b = below.setScale(scale).unscaledValue();
        BigInteger twice = a.abs().multiply(SIXTEEN_DIGITS).multiply(BigInteger.TWO);
        BigInteger size = twice.add(b.abs()).divide(b.abs().multiply(BigInteger.TWO));
        BigInteger signed = a.signum() * b.signum() < 0 ? size.negate() : size;
        return new BigDecimal(signed, 16);
    }

    private static @Nullable BigDecimal converted(BigDecimal number, Expr.Convert convert) {
        BigDecimal above = convert.factor().numerator();
        BigDecimal below = convert.factor().denominator();
        try {
            return number.multiply(above.divide(below));
        } catch (ArithmeticException endless) {
            return quotient(number.multiply(above), below);
        }
    }

    private static boolean same(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.subtract(y).signum() == 0 : a.equals(b);
    }

    private static int order(Object a, Object b, Type type) {
        if (type instanceof Type.EnumType(var enumeration)) {
            List<String> ids = enumeration.values().stream().map(value -> value.id()).toList();
            return ids.indexOf(a) - ids.indexOf(b);
        }
        if (a instanceof String text && b instanceof String other) {
            int[] x = text.codePoints().toArray();
            int[] y = other.codePoints().toArray();
            for (int i = 0; i < Math.min(x.length, y.length); i++) if (x[i] != y[i]) return x[i] - y[i];
            return x.length - y.length;
        }
        return rank(a).compareTo(rank(b));
    }

    private @Nullable Object in(Expr.In in) {
        Object value = value(in.value());
        if (value == null) return null;
        List<@Nullable Object> members = new ArrayList<>();
        for (Expr member : in.members()) members.add(value(member));
        if (members.stream().anyMatch(member -> member != null && same(member, value))) return true;
        return members.contains(null) ? null : (Object) false;
    }

    private @Nullable Object call(Expr.Call call) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expr argument : call.arguments()) values.add(value(argument));
        if (call.function() == Expr.Function.COALESCE) return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (values.contains(null)) return null;
        return switch (call.function()) {
            case DATE -> LocalDate.ofInstant((Instant) values.get(0), ZoneId.of("Asia/Shanghai"));
            case DAYS -> BigDecimal.valueOf(((LocalDate) values.get(1)).toEpochDay() - ((LocalDate) values.get(0)).toEpochDay());
            case YEAR -> BigDecimal.valueOf(((LocalDate) values.get(0)).getYear());
            case MONTH -> BigDecimal.valueOf(((LocalDate) values.get(0)).getMonthValue());
            case SIZE -> BigDecimal.valueOf(((String) values.get(0)).codePointCount(0, ((String) values.get(0)).length()));
            case ABS -> ((BigDecimal) values.get(0)).signum() < 0
                    ? BigDecimal.ZERO.subtract((BigDecimal) values.get(0))
                    : values.get(0);
            case ROUND -> rounded((BigDecimal) values.get(0), ((BigDecimal) values.get(1)).intValueExact());
            case STARTS_WITH -> ((String) values.get(0)).indexOf((String) values.get(1)) == 0;
            case CONTAINS -> ((String) values.get(0)).indexOf((String) values.get(1)) >= 0;
            case MATCHES -> Pattern.compile(((String) values.get(1)).replace("$", "\\z"), Pattern.DOTALL)
                    .matcher((String) values.get(0))
                    .find();
            case TODAY, COALESCE -> throw new AssertionError(call);
        };
    }

    /// Day by day, by the editions themselves.
    private @Nullable Object workdays(Expr.Workdays call) {
        if (!(value(call.start()) instanceof LocalDate start) || !isFinal(start)) return null;
        int counted = 0;
        LocalDate day = start;
        if (value(call.other()) instanceof LocalDate end) {
            int way = end.isBefore(start) ? -1 : 1;
            while (!day.equals(end)) {
                LocalDate next = day.plusDays(way);
                if (!isFinal(next)) return null;
                if (works(way > 0 ? next : day)) counted += way;
                day = next;
            }
            return BigDecimal.valueOf(counted);
        }
        if (!(value(call.other()) instanceof BigDecimal wanted)) return null;
        while (BigDecimal.valueOf(counted).compareTo(wanted.abs()) < 0) {
            day = day.plusDays(wanted.signum());
            if (!isFinal(day)) return null;
            if (works(day)) counted++;
        }
        return day;
    }

    private static boolean works(LocalDate day) {
        for (CalendarEdition edition : RandomSchema.EDITIONS) {
            Day named = edition.days().get(day);
            if (named != null) return named.kind() == DayKind.WORKING;
        }
        return day.getDayOfWeek().getValue() <= 5;
    }

    /// The last three days of a year wait for the notice of the next one, unless they are named.
    private static boolean isFinal(LocalDate day) {
        if (RandomSchema.EDITIONS.stream().anyMatch(edition -> edition.days().containsKey(day))) return true;
        boolean waits = day.getMonthValue() == 12 && day.getDayOfMonth() >= 29;
        return !waits && RandomSchema.EDITIONS.stream().anyMatch(edition -> edition.year() == day.getYear());
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        BigDecimal shifted = number.abs().movePointRight(decimals).multiply(BigDecimal.TWO).add(BigDecimal.ONE);
        BigInteger half = shifted.toBigInteger().divide(BigInteger.TWO);
        BigDecimal rounded = new BigDecimal(half).movePointLeft(decimals);
        return number.signum() < 0 ? BigDecimal.ZERO.subtract(rounded) : rounded;
    }

    private static boolean isNull(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() == null;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(@Nullable Object value) {
        return Boolean.FALSE.equals(value);
    }
}
