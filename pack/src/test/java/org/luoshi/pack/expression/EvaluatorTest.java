package org.luoshi.pack.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.diagnostic.Span;

class EvaluatorTest {

    @Test
    void unitsAreConvertedExactly() {
        assertThat(holds("project.investment == quantity('1.2', '亿元')", Map.of("investment", "12000"))).isTrue();
        assertThat(holds("project.plot == quantity('3', '亩')", Map.of("plot", "2000"))).isTrue();
    }

    @Test
    void aQuotientHasSixteenDecimalsHalfAwayFromZero() {
        assertThat(number("2 / 3")).isEqualTo("0.6666666666666667");
        assertThat(number("-2 / 3")).isEqualTo("-0.6666666666666667");
        assertThat(number("1 / (project.jobs - project.jobs)")).isNull();
    }

    @Test
    void unknownIsNeitherTrueNorFalse() {
        assertThat(evaluate("project.open && project.jobs > 0", Map.of())).isNull();
        assertThat(evaluate("project.open && 1 == 2", Map.of())).isEqualTo(false);
        assertThat(evaluate("project.open || 1 == 1", Map.of())).isEqualTo(true);
        assertThat(evaluate("project.open == null", Map.of())).isEqualTo(true);
    }

    @Test
    void aPercentageIsANumberDividedByAHundred() {
        Expr above = checked("count(project)", Scope.part(Park.NAMES));
        assertThat(Rates.factor(above, above, Park.unit("percent"))).contains(new BigDecimal("100"));
        assertThat(Rates.factor(above, above, Park.unit("万元"))).isEmpty();
    }

    @Test
    void whatIsAddedUpInOneUnitMayBeToldInAnother() {
        Expr sum = checked("sum(project.investment)", Scope.facts(Park.NAMES, Park.unit("亿元")));
        Environment environment = new Environment() {
            @Override
            public Object aggregate(Expr.Aggregate aggregate) {
                return new BigDecimal("25000");
            }
        };
        assertThat(Evaluator.number(sum, environment)).isEqualByComparingTo("2.5");
    }

    private static boolean holds(String source, Map<String, String> numbers) {
        return Boolean.TRUE.equals(evaluate(source, numbers));
    }

    private static @Nullable String number(String source) {
        Object value = evaluate(source, Map.of("jobs", "3"));
        return value == null ? null : ((BigDecimal) value).toPlainString();
    }

    private static @Nullable Object evaluate(String source, Map<String, String> numbers) {
        Scope scope = new Scope(
                Park.NAMES, Park.PROJECT, false, false, false, true, Map.of(), Map.of(), new Scope.Expected.Anything());
        Environment record = Environment.ofRecord(path -> {
            String number = numbers.get(path.path().getLast());
            return number == null ? null : new BigDecimal(number);
        });
        return Evaluator.evaluate(checked(source, scope), record);
    }

    private static Expr checked(String source, Scope scope) {
        return ExpressionChecker.check(source, Span.of("x", 1, 1, 1), scope, mistake -> {
                    throw new AssertionError(mistake);
                })
                .orElseThrow();
    }
}
