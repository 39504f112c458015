package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Type.DateType;
import org.luoshi.pack.expression.Type.EnumType;
import org.luoshi.pack.expression.Type.NumberType;
import org.luoshi.pack.expression.Type.TextType;
import org.luoshi.pack.expression.Type.UnitRefType;

/// Runs expressions as SQL (PostgreSQL 17 and later); [Evaluator] gives the same answers in the JVM.
///
/// A register's CHECK holds only declared members in an enumeration's column, so comparing one with a literal may be
/// written as membership. Every operand stands once in the text, so its length follows the expression's.
public final class SqlExpression {

    /// 10 to the 17th: an integer quotient of that many times the dividend has one digit more than is kept.
    private static final String MORE = "100000000000000000";

    private static final String LESS = "0.00000000000000001";

    private final SqlNames names;

    public SqlExpression(SqlNames names) {
        this.names = names;
    }

    public Sql of(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal(literal);
            case Expr.FieldPath path -> names.field(path);
            case Expr.Variable variable -> names.variable(variable);
            case Expr.IndicatorValue value -> names.indicator(value);
            case Expr.RelatedCells cells -> throw new IllegalStateException("not for SQL: " + cells);
            case Expr.Aggregate aggregate -> names.aggregate(aggregate);
            case Expr.HostCall call -> throw new IllegalStateException("not for SQL: " + call);
            case Expr.Unary unary ->
                unary.operator() == Expr.UnaryOperator.NOT
                        ? Sql.template("(not #)", of(unary.operand()))
                        : Sql.template("(- #)", numeric(unary.operand()));
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional(var condition, var then, var otherwise, var type, var at) ->
                Sql.template("(case when # then # else # end)", of(condition), of(then), of(otherwise));
            case Expr.In(var value, var members, var type, var at) ->
                Sql.template("(# in (#))", of(value), Sql.join(", ", members.stream().map(this::of).toList()));
            case Expr.Convert(var value, var factor, var type, var at) -> converted(numeric(value), factor);
            case Expr.Call call -> call(call);
            case Expr.Workdays workdays -> workdays(workdays);
        };
    }

    /// As `numeric`, so that whole numbers cannot overflow.
    public Sql numeric(Expr expr) {
        boolean maybeBigint = expr.type() instanceof NumberType(var unit, var integer)
                && integer
                && !(expr instanceof Expr.Literal)
                && !(expr instanceof Expr.Binary);
        return maybeBigint ? Sql.template("(#)::numeric", of(expr)) : of(expr);
    }

    /// 16 decimals, half away from zero, null for a zero divisor: see [Numbers].
    public static Sql quotient(Sql dividend, Sql divisor) {
        return Sql.template("round(div(# * " + MORE + ", nullif(#, 0)) * " + LESS + ", 16)", dividend, divisor);
    }

    private static Sql converted(Sql value, Fraction factor) {
        if (factor.equals(Fraction.ONE)) return value;
        return factor.exact()
                .map(exact -> Sql.template("(# * #)", value, number(exact)))
                .orElseGet(() -> quotient(
                        Sql.template("(# * #)", value, number(factor.numerator())), number(factor.denominator())));
    }

    private Sql binary(Expr.Binary binary) {
        return switch (binary.operator()) {
            case OR -> Sql.template("(# or #)", of(binary.left()), of(binary.right()));
            case AND -> Sql.template("(# and #)", of(binary.left()), of(binary.right()));
            case EQUAL, NOT_EQUAL -> equality(binary);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(binary);
            case ADD, SUBTRACT -> sum(binary);
            case MULTIPLY -> Sql.template("(# * #)", numeric(binary.left()), numeric(binary.right()));
            case DIVIDE -> quotient(numeric(binary.left()), numeric(binary.right()));
            case MODULO -> Sql.template("(# % nullif(#, 0))", numeric(binary.left()), numeric(binary.right()));
        };
    }

    private Sql equality(Expr.Binary binary) {
        boolean equal = binary.operator() == BinaryOperator.EQUAL;
        String test = equal ? "(# is null)" : "(# is not null)";
        if (Operands.isNull(binary.right())) return Sql.template(test, of(binary.left()));
        if (Operands.isNull(binary.left())) return Sql.template(test, of(binary.right()));
        return Sql.template(equal ? "(# = #)" : "(# <> #)", of(binary.left()), of(binary.right()));
    }

    private Sql order(Expr.Binary binary) {
        String sign = OperatorChecker.sign(binary.operator());
        if (binary.left().type() instanceof EnumType(var enumeration)) return enumOrder(binary, enumeration, sign);
        boolean text = binary.left().type() instanceof TextType || binary.left().type() instanceof UnitRefType;
        return Sql.template(
                "(# " + sign + " #" + (text ? " collate \"C\")" : ")"), of(binary.left()), of(binary.right()));
    }

    private Sql enumOrder(Expr.Binary binary, EnumerationType enumeration, String sign) {
        if (binary.left() instanceof Expr.FieldPath path
                && binary.right() instanceof Expr.Literal literal
                && literal.value() != null) {
            int limit = enumeration.position((String) literal.value());
            List<Sql> members = Stream.iterate(0, i -> i < enumeration.values().size(), i -> i + 1)
                    .filter(i -> holds(binary.operator(), Integer.compare(i, limit)))
                    .map(i -> text(enumeration.values().get(i).id()))
                    .toList();
            if (!members.isEmpty()) return Sql.template("(# in (#))", of(path), Sql.join(", ", members));
        }
        return Sql.template(
                "(# " + sign + " #)", position(binary.left(), enumeration), position(binary.right(), enumeration));
    }

    private Sql position(Expr member, EnumerationType enumeration) {
        List<Sql> pieces = new ArrayList<>();
        pieces.add(of(member));
        StringBuilder cases = new StringBuilder("(case #");
        for (EnumerationValue value : enumeration.values()) {
            cases.append(" when # then ").append(pieces.size() - 1);
            pieces.add(text(value.id()));
        }
        return Sql.template(cases.append(" end)").toString(), pieces.toArray(Sql[]::new));
    }

    static boolean holds(BinaryOperator operator, int comparison) {
        return switch (operator) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            default -> throw new IllegalArgumentException("no comparison: " + operator);
        };
    }

    private Sql sum(Expr.Binary binary) {
        if (binary.left().type() instanceof DateType && binary.right().type() instanceof DateType)
            return Sql.template("((# - #)::numeric)", of(binary.left()), of(binary.right()));
        if (binary.left().type() instanceof DateType) {
            String days = binary.operator() == BinaryOperator.ADD ? "#" : "- #";
            return Sql.template(
                    "luoshi.plus_days(#, " + days + ")", of(binary.left()), numeric(binary.right()));
        }
        String sign = OperatorChecker.sign(binary.operator());
        return Sql.template("(# " + sign + " #)", numeric(binary.left()), numeric(binary.right()));
    }

    private Sql call(Expr.Call call) {
        Sql[] values = call.arguments().stream().map(this::of).toArray(Sql[]::new);
        return switch (call.function()) {
            case TODAY -> names.today();
            case DATE -> Sql.template("((# at time zone #)::date)", values[0], text(names.zone()));
            case DAYS -> Sql.template("((# - #)::numeric)", values[1], values[0]);
            case YEAR -> Sql.template("extract(year from #)", values);
            case MONTH -> Sql.template("extract(month from #)", values);
            case COALESCE -> Sql.template("coalesce(#)", Sql.join(", ", List.of(values)));
            case SIZE -> Sql.template("(char_length(#)::numeric)", values);
            case ABS -> Sql.template("abs(#)", numeric(call.arguments().getFirst()));
            case ROUND -> Sql.template("round(#, " + decimals(call) + ")", numeric(call.arguments().getFirst()));
            case STARTS_WITH -> Sql.template("starts_with(#, #)", values);
            case CONTAINS -> Sql.template("(position(# in #) > 0)", values[1], values[0]);
            case MATCHES -> Sql.template("(# ~ # collate \"C\")", values[0], text(pattern(call)));
        };
    }

    /// Arrays are written out: a constant is read once, a bound value for every row.
    private Sql workdays(Expr.Workdays call) {
        String first = "date '%s'".formatted(call.days().first());
        String working = array(call.days().working());
        String open = array(call.days().open());
        return switch (call.function()) {
            case BETWEEN ->
                Sql.template(
                        "luoshi.workdays_between(#, #, " + String.join(", ", first, working, open) + ")",
                        of(call.start()),
                        of(call.other()));
            case ADD ->
                Sql.template(
                        "luoshi.add_workdays(#, #, "
                                + String.join(", ", first, working, open, array(call.days().places())) + ")",
                        of(call.start()),
                        numeric(call.other()));
        };
    }

    private static String array(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "'{", "}'::integer[]"));
    }

    static int decimals(Expr.Call round) {
        return Known.present((BigDecimal) argument(round), "number of decimals").intValueExact();
    }

    static String pattern(Expr.Call matches) {
        return PortablePattern.spelledOut(Known.present((String) argument(matches), "pattern"));
    }

    /// The second one, which the checker let be a literal only.
    private static @Nullable Object argument(Expr.Call call) {
        return ((Expr.Literal) call.arguments().get(1)).value();
    }

    private static Sql literal(Expr.Literal literal) {
        return switch (literal.value()) {
            case null -> Sql.of("null::" + sqlType(literal.type()));
            case Boolean value -> Sql.of(value ? "true" : "false");
            case BigDecimal value -> number(value);
            case String value -> text(value);
            case LocalDate value -> Sql.of("?::date", value);
            case Instant value -> Sql.of("?::timestamptz", value.atOffset(ZoneOffset.UTC));
            default -> throw new IllegalStateException("not a literal: " + literal);
        };
    }

    private static Sql number(BigDecimal value) {
        return Sql.of("?::numeric", value);
    }

    private static Sql text(String value) {
        return Sql.of("?::text", value);
    }

    private static String sqlType(Type type) {
        return switch (type) {
            case Type.BooleanType unused -> "boolean";
            case NumberType unused -> "numeric";
            case DateType unused -> "date";
            case Type.MomentType unused -> "timestamptz";
            case Type.RowType unused -> "bigint";
            default -> "text";
        };
    }
}
