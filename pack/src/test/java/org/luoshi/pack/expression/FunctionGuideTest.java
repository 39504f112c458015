package org.luoshi.pack.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.Day;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// Every example of the reference gives what the reference says.
class FunctionGuideTest {

    private static final Text HOLIDAY = new Text("国庆节、中秋节", "National Day and Mid-Autumn Festival");
    private static final Names NAMES = Names.of(
            "parks",
            Set.of(),
            List.of(Park.PARK, Park.PROJECT),
            Map.of(id("visitors"), Park.unit("人次"), id("residents"), Park.unit("人")),
            Optional.of(new PublishedDays(List.of(october()))));

    static Stream<FunctionGuide> examples() {
        return FunctionGuide.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsExampleGivesItsResult(FunctionGuide guide) {
        boolean overFigures = guide.kind() == FunctionGuide.Kind.INDICATOR;
        boolean overRecords = guide.kind() == FunctionGuide.Kind.AGGREGATE;
        Scope scope = new Scope(
                NAMES, overRecords || overFigures ? null : Park.PROJECT, overRecords, overFigures, true, true, Map.of(),
                Map.of(), new Scope.Expected.Anything());
        Expr checked = ExpressionChecker.check(guide.example(), Span.of("x", 1, 1, 1), scope, mistake -> {
                    throw new AssertionError(mistake);
                })
                .orElseThrow();
        assertThat(written(Evaluator.evaluate(checked, new World()))).isEqualTo(guide.result());
        assertThat(guide.example()).contains(guide.name() + "(");
    }

    @Test
    void everyFunctionIsInTheReferenceOnce() {
        assertThat(FunctionGuide.all()).extracting(FunctionGuide::name).containsExactlyInAnyOrderElementsOf(Signature.ALL.keySet());
    }

    private static final class World implements Environment {

        @Override
        public @Nullable Object field(Expr.FieldPath path) {
            return ofRecord(FunctionGuide.RECORDS.getFirst()).field(path);
        }

        @Override
        public @Nullable Object aggregate(Expr.Aggregate aggregate) {
            return Aggregates.over(
                    aggregate, FunctionGuide.RECORDS.stream().map(FunctionGuideTest::ofRecord).toList());
        }

        @Override
        public Object indicator(QualifiedId indicator) {
            return figure(indicator.name(), "2025-09");
        }

        @Override
        public Object related(Expr.RelatedCells cells) {
            String name = cells.indicator().name();
            Stream<BigDecimal> window =
                    IntStream.range(0, cells.periods()).mapToObj(back -> figure(name, "2025-0" + (9 - back)));
            return switch (cells.relation()) {
                case PREVIOUS -> figure(name, "2025-0" + (9 - cells.periods()));
                case PARENT -> figure(name + " of the unit above", "2025-09");
                case WINDOW_SUM -> window.reduce(BigDecimal.ZERO, BigDecimal::add);
                case WINDOW_MIN -> window.min(BigDecimal::compareTo).orElseThrow();
                case WINDOW_MAX -> window.max(BigDecimal::compareTo).orElseThrow();
            };
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2025, 9, 22);
        }
    }

    private static Environment ofRecord(Map<String, String> record) {
        return Environment.ofRecord(path -> {
            String written = record.getOrDefault(path.path().getLast(), "");
            if (written.isEmpty()) return null;
            return switch (path.type()) {
                case Type.NumberType unused -> new BigDecimal(written);
                case Type.DateType unused -> LocalDate.parse(written);
                case Type.BooleanType unused -> Boolean.valueOf(written);
                default -> written;
            };
        });
    }

    private static BigDecimal figure(String name, String month) {
        return new BigDecimal(FunctionGuide.FIGURES.get(name).get(month));
    }

    private static String written(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static QualifiedId id(String name) {
        return new QualifiedId("parks", name);
    }

    /// As published for 2025: off from 1 to 8 October, at work on 28 September and 11 October.
    private static CalendarEdition october() {
        Map<LocalDate, Day> days = new HashMap<>(IntStream.rangeClosed(1, 8)
                .mapToObj(day -> LocalDate.of(2025, 10, day))
                .collect(Collectors.toMap(day -> day, day -> new Day(DayKind.OFF, HOLIDAY))));
        for (LocalDate day : List.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)))
            days.put(day, new Day(DayKind.WORKING, HOLIDAY));
        return new CalendarEdition(2025, List.of(), days);
    }
}
