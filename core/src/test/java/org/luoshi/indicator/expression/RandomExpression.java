package org.luoshi.indicator.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.expression.Type;

/// Random source text that passes the checker, by kind of result.
final class RandomExpression {

    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "0.5", "-7", "12.345", "1000000", "0.0000001", "-0.05", "0.0000000000000001", "0.0000000000000003");
    private static final List<String> TEXTS = List.of("''", "'a'", "'P-'", "'成华'", "'😀'", "'\uFFFD'", "'a\\nb'");
    private static final List<String> PATTERNS =
            List.of("'^P-[0-9]+$'", "'a.b'", "'成'", "'^$'", "'(a|b)+'", "'\\\\d{1,2}'", "'[^a]'", "'\\\\w\\\\s?$'");
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> DATES = List.of("2025-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "2025-12-28", "2025-10-01", "2023-01-01");
    private static final List<String> WORKDAYS = List.of("0", "1", "-1", "20", "-20", "249", "-3000000", "quantity('5', 'working_day')");

    private final RandomSchema schema;
    private final Choices choices;

    RandomExpression(RandomSchema schema, Choices choices) {
        this.schema = schema;
        this.choices = choices;
    }

    String condition(int depth) {
        if (depth == 0 || choices.isSpent())
            return field(FieldType.BooleanType.class::isInstance).orElse("true");
        return switch (choices.of(11)) {
            case 0 -> field(FieldType.BooleanType.class::isInstance).orElse("false");
            case 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 2 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 3 -> "!(" + condition(depth - 1) + ")";
            case 4 -> {
                String unit = choices.among(RandomSchema.UNITS);
                yield "(" + number(unit, depth - 1) + " " + choices.among(ORDERS) + " " + number(unit, depth - 1) + ")";
            }
            case 5 -> "(" + text(depth - 1) + " " + choices.among(ORDERS) + " " + text(depth - 1) + ")";
            case 6 -> "(" + date(depth - 1) + " " + choices.among(ORDERS) + " " + date(depth - 1) + ")";
            case 7 -> enumeration();
            case 8 -> anyField() + (choices.of(2) == 0 ? " == null" : " != null");
            case 9 -> textTest(depth);
            default -> membership(depth);
        };
    }

    /// A number that can be told in `unit`.
    String number(String unit, int depth) {
        if (depth == 0 || choices.isSpent()) return choices.of(2) == 0 ? numberField(unit) : quantity(unit);
        return switch (choices.of(12)) {
            case 0 -> numberField(unit);
            case 1 -> quantity(unit);
            case 2 -> "(" + number(unit, depth - 1) + " + " + number(unit, depth - 1) + ")";
            case 3 -> "(" + number(unit, depth - 1) + " - " + number(unit, depth - 1) + ")";
            case 4 -> "(" + number(unit, depth - 1) + " * " + number("1", depth - 1) + ")";
            case 5 -> "(" + number(unit, depth - 1) + " / (" + number("1", depth - 1) + " + 0.25))";
            case 6 -> "-(" + number(unit, depth - 1) + ")";
            case 7 -> "(" + condition(depth - 1) + " ? " + number(unit, depth - 1) + " : " + number(unit, depth - 1) + ")";
            case 8 -> "coalesce(" + number(unit, depth - 1) + ", " + number(unit, depth - 1) + ")";
            case 9 -> "abs(" + number(unit, depth - 1) + ")";
            case 10 -> "round(" + number(unit, depth - 1) + ", " + choices.of(5) + ")";
            default -> special(unit, depth);
        };
    }

    private String special(String unit, int depth) {
        if (unit.equals("day")) {
            return choices.of(2) == 0
                    ? "days(" + date(depth - 1) + ", " + date(depth - 1) + ")"
                    : "(" + date(depth - 1) + " - " + date(depth - 1) + ")";
        }
        if (unit.equals("working_day")) return "workdaysBetween(" + date(depth - 1) + ", " + date(depth - 1) + ")";
        if (!unit.equals("1")) return quantity(unit);
        return switch (choices.of(5)) {
            case 0 -> "size(" + text(depth - 1) + ")";
            case 1 -> "year(" + date(depth - 1) + ")";
            case 2 -> "month(" + date(depth - 1) + ")";
            case 3 -> "(size(" + text(depth - 1) + ") % (month(" + date(depth - 1) + ") - 1))";
            default -> {
                String other = choices.among(RandomSchema.UNITS);
                yield "(" + number(other, depth - 1) + " / " + divisor(other) + ")";
            }
        };
    }

    private String quantity(String unit) {
        String number = choices.among(NUMBERS);
        return unit.equals("1") ? "(" + number + ")" : "quantity('" + number + "', '" + unit + "')";
    }

    private String numberField(String unit) {
        UnitOfMeasure wanted = RandomSchema.unit(unit);
        return field(type -> Type.of(type) instanceof Type.NumberType(var own, var integer)
                        && own.isCompatibleWith(wanted))
                .orElseGet(() -> quantity(unit));
    }

    /// Any field may be zero; a literal zero is refused by the checker.
    private String divisor(String unit) {
        String field = numberField(unit);
        if (field.startsWith("fact.")) return field;
        String number = choices.among(List.of("2", "3", "-7", "0.7", "1000000"));
        return unit.equals("1") ? number : "quantity('" + number + "', '" + unit + "')";
    }

    private String text(int depth) {
        if (depth > 0 && !choices.isSpent() && choices.of(4) == 3)
            return "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
        return choices.of(3) == 2
                ? choices.among(TEXTS)
                : field(FieldType.TextType.class::isInstance).orElseGet(() -> choices.among(TEXTS));
    }

    String date(int depth) {
        if (depth > 0 && !choices.isSpent()) {
            switch (choices.of(7)) {
                case 3 -> {
                    return "(" + date(depth - 1) + " + quantity('" + (choices.of(9) * 1000 - 2000) + "', 'day'))";
                }
                case 4 -> {
                    return "(" + condition(depth - 1) + " ? " + date(depth - 1) + " : null)";
                }
                case 5 -> {
                    return field(FieldType.MomentType.class::isInstance)
                            .map(moment -> "date(" + moment + ")")
                            .orElse("date('2025-01-01')");
                }
                case 6 -> {
                    return "addWorkdays(" + date(depth - 1) + ", " + choices.among(WORKDAYS) + ")";
                }
                default -> {}
            }
        }
        return choices.of(3) == 2
                ? "date('" + choices.among(DATES) + "')"
                : field(FieldType.DateType.class::isInstance).orElse("date('2025-03-31')");
    }

    private String enumeration() {
        List<Path> paths = paths(FieldType.EnumerationType.class::isInstance);
        if (paths.isEmpty()) return "true";
        Path path = choices.among(paths);
        FieldType.EnumerationType type = (FieldType.EnumerationType) path.field().type();
        String member = "'" + choices.among(type.values()).id() + "'";
        String order = choices.among(ORDERS);
        return switch (choices.of(4)) {
            case 0 -> "(" + member + " " + order + " " + path.source() + ")";
            case 1 -> "(coalesce(" + path.source() + ", " + member + ") " + order + " " + path.source() + ")";
            case 2 -> "(" + path.source() + " in [" + member + ", " + path.source() + "])";
            default -> "(" + path.source() + " " + order + " " + member + ")";
        };
    }

    private String membership(int depth) {
        String unit = choices.among(RandomSchema.UNITS);
        return switch (choices.of(3)) {
            case 0 -> text(depth - 1) + " in [" + text(depth - 1) + ", " + text(depth - 1) + "]";
            case 1 -> number(unit, depth - 1) + " in [" + number(unit, 0) + ", null, " + number(unit, depth - 1) + "]";
            default -> date(depth - 1) + " in [" + date(0) + "]";
        };
    }

    private String textTest(int depth) {
        return switch (choices.of(3)) {
            case 0 -> text(depth - 1) + ".startsWith(" + text(depth - 1) + ")";
            case 1 -> text(depth - 1) + ".contains(" + text(depth - 1) + ")";
            default -> text(depth - 1) + ".matches(" + choices.among(PATTERNS) + ")";
        };
    }

    private String anyField() {
        return field(type -> true).orElseThrow();
    }

    private record Path(String source, Field field) {}

    private Optional<String> field(Predicate<FieldType> wanted) {
        List<Path> paths = paths(wanted);
        return paths.isEmpty() ? Optional.empty() : Optional.of(choices.among(paths).source());
    }

    private List<Path> paths(Predicate<FieldType> wanted) {
        List<Path> paths = new ArrayList<>();
        collect(paths, "fact", schema.fact(), wanted);
        collect(paths, "fact.place", schema.place(), wanted);
        collect(paths, "fact.parent", schema.fact(), wanted);
        collect(paths, "fact.parent.place", schema.place(), wanted);
        return paths;
    }

    private static void collect(List<Path> paths, String prefix, Entity entity, Predicate<FieldType> wanted) {
        for (Field field : entity.fields()) {
            if (wanted.test(field.type())) paths.add(new Path(prefix + "." + field.id(), field));
        }
    }
}
