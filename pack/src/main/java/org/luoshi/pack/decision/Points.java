package org.luoshi.pack.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Rule;
import org.luoshi.pack.expression.Expr;

/// Values of an input that stand for all its values: whatever holds for a value holds for one of these.
final class Points {

    /// Any value that no cell names. No text of a register holds it.
    static final String OTHER = "\uE000";

    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

    private final Input input;
    private final List<Object> constants;

    private Points(Input input, List<Object> constants) {
        this.input = input;
        this.constants = constants;
    }

    /// Null among them is "empty".
    static List<@Nullable Object> of(Input input, List<Rule> rules) {
        List<Object> constants = rules.stream()
                .flatMap(rule -> cell(rule, input))
                .flatMap(Cells::constants)
                .distinct()
                .toList();
        List<@Nullable Object> points = new ArrayList<>(new Points(input, constants).known());
        if (input.optional()) points.add(null);
        return points;
    }

    private static Stream<Expr> cell(Rule rule, Input input) {
        return Stream.ofNullable(rule.when().get(input.id()));
    }

    private Collection<?> known() {
        return switch (input.type()) {
            case FieldType.BooleanType _ -> List.of(true, false);
            case FieldType.EnumerationType enumeration ->
                enumeration.values().stream().map(FieldType.EnumerationValue::id).toList();
            case FieldType.DateType _ -> days();
            case FieldType.IntegerType integer -> numbers(
                    BigDecimal.ONE,
                    integer.min() == null ? null : BigDecimal.valueOf(integer.min()),
                    integer.max() == null ? null : BigDecimal.valueOf(integer.max()));
            case FieldType.DecimalType decimal -> numbers(
                    input.field() == null ? null : BigDecimal.ONE.movePointLeft(decimal.decimals()),
                    decimal.min(),
                    decimal.max());
            default -> {
                Set<Object> named = new LinkedHashSet<>(constants);
                named.add(OTHER);
                yield named;
            }
        };
    }

    private Set<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        constants.forEach(constant -> {
            LocalDate day = (LocalDate) constant;
            days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        });
        if (days.isEmpty()) days.add(SOME_DAY);
        return days;
    }

    /// Each constant, and one value of each stretch between two of them.
    ///
    /// @param step between values that a field can hold; null where any number may come
    private Collection<BigDecimal> numbers(
            @Nullable BigDecimal step, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        TreeSet<BigDecimal> cuts =
                constants.stream().map(BigDecimal.class::cast).collect(Collectors.toCollection(TreeSet::new));
        if (least != null) cuts.add(least);
        if (most != null) cuts.add(most);
        if (cuts.isEmpty()) cuts.add(BigDecimal.ZERO);
        TreeSet<BigDecimal> points = new TreeSet<>();
        for (BigDecimal cut : cuts) {
            if (step == null) {
                BigDecimal next = cuts.higher(cut);
                points.add(cut);
                points.add(next == null ? cut.add(BigDecimal.ONE) : cut.add(next).divide(BigDecimal.TWO));
            } else {
                BigDecimal below = cut.setScale(step.scale(), RoundingMode.FLOOR);
                BigDecimal above = cut.setScale(step.scale(), RoundingMode.CEILING);
                points.addAll(List.of(below.subtract(step), below, above, above.add(step)));
            }
        }
        if (step == null) points.add(cuts.first().subtract(BigDecimal.ONE));
        points.removeIf(point -> (least != null && point.compareTo(least) < 0) || (most != null && point.compareTo(most) > 0));
        return points;
    }
}
