package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.measure.Dimension;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr.BinaryOperator;
import org.luoshi.pack.expression.Type.EnumType;
import org.luoshi.pack.expression.Type.NumberType;

/// Says an expression in words, with the titles that pages show instead of ids.
///
/// @param entities declared entities by id
/// @param indicators titles of indicators by id
/// @param variables titles of named values; a name without one stands as it is
public record Words(
        Function<QualifiedId, Entity> entities,
        Function<QualifiedId, Text> indicators,
        Function<String, Text> variables) {

    public Words(Function<QualifiedId, Entity> entities, Function<QualifiedId, Text> indicators) {
        this(entities, indicators, Text::same);
    }

    public Text of(Expr expr) {
        return new Text(new Speaker(Language.ZH).say(expr, 0), new Speaker(Language.EN).say(expr, 0));
    }

    private final class Speaker {

        private static final int SUM = 5;
        private static final int PRODUCT = 6;
        private static final int ATOM = 7;

        private final Language language;

        Speaker(Language language) {
            this.language = language;
        }

        /// @param around how tightly the surroundings bind; looser expressions get parentheses
        String say(Expr expr, int around) {
            String said = plain(expr);
            return strength(expr) < around ? pick("（" + said + "）", "(" + said + ")") : said;
        }

        private String plain(Expr expr) {
            return switch (expr) {
                case Expr.Literal literal -> literal(literal);
                case Expr.FieldPath path -> path(path);
                case Expr.Variable variable -> variables.apply(variable.name()).in(language);
                case Expr.IndicatorValue value ->
                    pick("“", "“") + indicators.apply(value.indicator()).in(language) + "”";
                case Expr.RelatedCells cells -> related(cells);
                case Expr.HostCall call -> call.function() + "(" + String.join(", ", call.arguments()) + ")";
                case Expr.Unary(var operator, var operand, var type, var at) ->
                    operator == Expr.UnaryOperator.NOT
                            ? pick("并非", "not ") + say(operand, ATOM)
                            : "−" + say(operand, ATOM);
                case Expr.Binary binary -> binary(binary);
                case Expr.Conditional(var condition, var then, var otherwise, var type, var at) ->
                    pick("若 ", "if ") + say(condition, 1) + pick(" 则 ", " then ") + say(then, 1)
                            + pick(" 否则 ", " else ") + say(otherwise, 1);
                case Expr.In(var value, var members, var type, var at) ->
                    say(value, ATOM) + pick(" 是 ", " is one of ")
                            + members.stream().map(m -> say(m, ATOM)).collect(Collectors.joining(pick("、", ", ")))
                            + pick(" 之一", "");
                case Expr.Convert convert -> converted(convert);
                case Expr.Call call -> call(call);
                case Expr.Workdays workdays -> workdays(workdays);
                case Expr.Aggregate aggregate -> aggregate(aggregate);
            };
        }

        private String related(Expr.RelatedCells cells) {
            String of = "“" + indicators.apply(cells.indicator()).in(language) + "”";
            int periods = cells.periods();
            return switch (cells.relation()) {
                case PREVIOUS ->
                    pick(
                            (periods == 1 ? "上一期" : periods + " 期前") + "的" + of,
                            of + (periods == 1 ? " of the period before" : " " + periods + " periods earlier"));
                case PARENT -> pick("上级单位的" + of, of + " of the unit above");
                case WINDOW_SUM -> pick("近 " + periods + " 期" + of + "之和", "sum of the last " + periods + " " + of);
                case WINDOW_MIN -> pick("近 " + periods + " 期" + of + "的最小值", "smallest of the last " + periods + " " + of);
                case WINDOW_MAX -> pick("近 " + periods + " 期" + of + "的最大值", "largest of the last " + periods + " " + of);
            };
        }

        private String converted(Expr.Convert convert) {
            boolean same = convert.factor().equals(Fraction.ONE)
                    || ((NumberType) convert.value().type()).unit().isPureNumber();
            if (same) return say(convert.value(), 0);
            String unit = ((NumberType) convert.type()).unit().symbol();
            return say(convert.value(), ATOM) + pick("（折合为" + unit + "）", " (told in " + unit + ")");
        }

        private String literal(Expr.Literal literal) {
            return switch (literal.value()) {
                case null -> pick("空", "nothing");
                case Boolean value -> value ? pick("是", "yes") : pick("否", "no");
                case BigDecimal number -> number(number, literal.type());
                case String text ->
                    literal.type() instanceof EnumType(var enumeration)
                            ? member(enumeration, text)
                            : pick("“", "“") + text + "”";
                case LocalDate date -> date.toString();
                case Instant moment -> moment.toString();
                default -> String.valueOf(literal.value());
            };
        }

        private String number(BigDecimal number, Type type) {
            String digits = number.stripTrailingZeros().toPlainString();
            if (!(type instanceof NumberType(var unit, var integer)) || unit.symbol().equals("1")) return digits;
            if (unit.symbol().equals("percent")) return digits + pick("", " ") + "%";
            return digits + pick(unit.symbol(), counted(unit));
        }

        /// 个, 项, 家: a Chinese counter has no counterpart after an English number.
        private static String counted(UnitOfMeasure unit) {
            boolean counter = unit.symbol().codePoints().allMatch(Character::isIdeographic);
            if (!counter) return " " + unit.symbol();
            return unit.dimension().equals(Dimension.base(unit.symbol())) ? "" : " " + unit.plural().en();
        }

        private String member(EnumerationType enumeration, String id) {
            int position = enumeration.position(id);
            return pick("“", "“") + (position < 0 ? id : enumeration.values().get(position).title().in(language)) + "”";
        }

        private String path(Expr.FieldPath path) {
            Entity entity = entities.apply(path.entity());
            StringBuilder said = new StringBuilder();
            for (String step : path.path()) {
                var field = entity.require(step);
                if (!said.isEmpty()) said.append(pick("的", " → "));
                said.append(field.title().in(language));
                if (field.type() instanceof FieldType.ReferenceType(var target)) entity = entities.apply(target);
            }
            return said.toString();
        }

        private String binary(Expr.Binary binary) {
            if (Operands.isNull(binary.right()) || Operands.isNull(binary.left())) return presence(binary);
            Boolean flag = flag(binary);
            if (flag != null) return (flag ? "" : pick("并非", "not ")) + say(binary.left(), ATOM);
            int strength = strength(binary);
            return say(binary.left(), strength) + sign(binary.operator()) + say(binary.right(), strength + 1);
        }

        /// `open == true` is said as "open".
        private @Nullable Boolean flag(Expr.Binary binary) {
            boolean equality = binary.operator() == BinaryOperator.EQUAL;
            if (!equality && binary.operator() != BinaryOperator.NOT_EQUAL) return null;
            return binary.right() instanceof Expr.Literal literal && literal.value() instanceof Boolean value
                    ? (Boolean) (value == equality)
                    : null;
        }

        private String presence(Expr.Binary binary) {
            Expr asked = Operands.isNull(binary.right()) ? binary.left() : binary.right();
            boolean absent = binary.operator() == BinaryOperator.EQUAL;
            return say(asked, ATOM) + (absent ? pick("未填", " is missing") : pick("已填", " is given"));
        }

        private String sign(BinaryOperator operator) {
            return switch (operator) {
                case OR -> pick("，或 ", " or ");
                case AND -> pick("，且 ", " and ");
                case EQUAL -> pick("为", " is ");
                case NOT_EQUAL -> pick("不为", " is not ");
                case LESS -> pick("小于", " is below ");
                case LESS_OR_EQUAL -> pick("不超过", " is at most ");
                case GREATER -> pick("大于", " is above ");
                case GREATER_OR_EQUAL -> pick("不低于", " is at least ");
                case ADD -> " + ";
                case SUBTRACT -> " − ";
                case MULTIPLY -> " × ";
                case DIVIDE -> " ÷ ";
                case MODULO -> pick(" 除余 ", " modulo ");
            };
        }

        private String call(Expr.Call call) {
            List<String> said = call.arguments().stream().map(argument -> say(argument, 0)).toList();
            return switch (call.function()) {
                case TODAY -> pick("当日", "today");
                case DATE -> pick(said.getFirst() + "当天", "the day of " + said.getFirst());
                case DAYS ->
                    pick(
                            "从" + said.get(0) + "到" + said.get(1) + "的天数",
                            "days from " + said.get(0) + " to " + said.get(1));
                case YEAR -> pick(said.getFirst() + "的年份", "the year of " + said.getFirst());
                case MONTH -> pick(said.getFirst() + "的月份", "the month of " + said.getFirst());
                case COALESCE -> pick("首个已填的：", "the first given of ") + String.join(pick("、", ", "), said);
                case SIZE -> pick(said.getFirst() + "的字数", "the length of " + said.getFirst());
                case ABS -> pick(said.getFirst() + "的绝对值", "the size of " + said.getFirst());
                case ROUND ->
                    pick(
                            said.getFirst() + "四舍五入到 " + said.get(1) + " 位小数",
                            said.getFirst() + " rounded to " + said.get(1) + " decimals");
                case STARTS_WITH -> said.get(0) + pick("以", " starts with ") + said.get(1) + pick("开头", "");
                case CONTAINS -> said.get(0) + pick("含", " contains ") + said.get(1);
                case MATCHES -> said.get(0) + pick("符合", " matches ") + said.get(1);
            };
        }

        private String workdays(Expr.Workdays call) {
            String start = say(call.start(), 0);
            String other = say(call.other(), 0);
            String years = call.days().years().isEmpty() ? pick("无", "none") : call.days().years();
            String by = pick(
                    "（按已公布的日历：" + years + "；其余日期未定，不计）",
                    " (by the published calendars: " + years + "; unknown beyond them)");
            return switch (call.function()) {
                case BETWEEN -> pick("从" + start + "到" + other + "的工作日数", "working days from " + start + " to " + other) + by;
                case ADD -> pick(start + "后第 " + other + " 个工作日", "working day number " + other + " after " + start) + by;
            };
        }

        private String aggregate(Expr.Aggregate aggregate) {
            Entity entity = entities.apply(aggregate.entity());
            String rows = (language == Language.ZH ? entity.title() : entity.plural()).in(language);
            String filter = aggregate.filter() == null ? "" : say(aggregate.filter(), 0);
            if (language == Language.ZH) {
                String condition = filter.replace("“", "‘").replace("”", "’");
                String which = filter.isEmpty() ? rows : "满足“" + condition + "”的" + rows;
                return aggregate.value() == null
                        ? which + "数"
                        : which + "的" + say(aggregate.value(), 0) + kind(aggregate);
            }
            String which = filter.isEmpty() ? rows : rows + " where " + filter;
            return aggregate.value() == null
                    ? "number of " + which
                    : kind(aggregate) + " of " + say(aggregate.value(), 0) + " over " + which;
        }

        private String beside(Expr.Aggregate aggregate) {
            return say(Known.present(aggregate.beside(), "second argument"), 0);
        }

        private String kind(Expr.Aggregate aggregate) {
            return switch (aggregate.kind()) {
                case COUNT -> pick("数", "number");
                case SUM -> pick("合计", "sum");
                case MEAN -> pick("平均值", "mean");
                case MIN -> pick("最小值", "smallest");
                case MAX -> pick("最大值", "largest");
                case DISTINCT -> pick("的不同取值数", "number of distinct values");
                case MEDIAN -> pick("中位数", "median");
                case WEIGHTED_MEAN ->
                    pick("按" + beside(aggregate) + "加权的平均值", "mean, weighted by " + beside(aggregate) + ",");
                case PERCENTILE -> pick("第 " + beside(aggregate) + " 百分位数", "percentile " + beside(aggregate));
                case FIRST -> pick("（按" + beside(aggregate) + "最早的）", "first, by " + beside(aggregate) + ",");
                case LAST -> pick("（按" + beside(aggregate) + "最近的）", "last, by " + beside(aggregate) + ",");
            };
        }

        private int strength(Expr expr) {
            return switch (expr) {
                case Expr.Conditional unused -> 0;
                case Expr.Binary binary -> strength(binary);
                case Expr.In unused -> 3;
                default -> ATOM;
            };
        }

        private int strength(Expr.Binary binary) {
            return switch (binary.operator()) {
                case OR -> 1;
                case AND -> 2;
                case ADD, SUBTRACT -> SUM;
                case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
                default -> 3;
            };
        }

        private String pick(String zh, String en) {
            return language == Language.ZH ? zh : en;
        }
    }
}
