package org.luoshi.pack.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;

class ExpressionMistakeTest {

    private static final Scope RECORD = Scope.record(Park.NAMES, Park.PROJECT);
    private static final Scope FACTS = Scope.facts(Park.NAMES, Park.unit("个"));
    private static final Scope DERIVED = Scope.derived(Park.NAMES, Park.unit("percent"));
    private static final Scope SLOT = Scope.slot(
            Park.NAMES,
            Map.of(
                    "figure",
                    new Scope.HostFunction(
                            List.of(new Scope.HostArgument("indicator", Set.of("projects_started"))),
                            new Type.TextType())));

    /// Scope, source with the expected place between ‹ and ›, mistake.
    static Stream<Arguments> mistakes() {
        return Stream.of(
                of(RECORD, "‹  ›", ExpressionMistake.EMPTY),
                of(RECORD, "project.code ‹=› 'a'", ExpressionMistake.SINGLE_EQUALS),
                of(RECORD, "project.open ‹and› project.jobs != null", ExpressionMistake.WORD_OPERATOR),
                of(RECORD, "project.code ‹<>› 'a'", ExpressionMistake.WORD_OPERATOR),
                of(RECORD, "‹NOT› project.open", ExpressionMistake.WORD_OPERATOR),
                of(RECORD, "project.jobs ‹＞› 0", ExpressionMistake.FULL_WIDTH),
                of(RECORD, "project.jobs ‹≥› 0", ExpressionMistake.FULL_WIDTH),
                of(RECORD, "‹(›project.open && project.jobs > 0", ExpressionMistake.UNBALANCED),
                of(RECORD, "project.open‹)›", ExpressionMistake.UNBALANCED),
                of(RECORD, "project.code == ‹'›abc", ExpressionMistake.OPEN_QUOTE),
                of(RECORD, "project.code == ‹“›abc", ExpressionMistake.CURLY_QUOTE),
                of(RECORD, "project.open ‹project›", ExpressionMistake.UNEXPECTED),
                of(RECORD, "project.code == ‹成华›", ExpressionMistake.UNEXPECTED),
                of(RECORD, "project.open &&‹›", ExpressionMistake.ENDS_EARLY),
                of(RECORD, "‹projct›.open", ExpressionMistake.UNKNOWN_NAME),
                of(RECORD, "project.‹opn›", ExpressionMistake.UNKNOWN_FIELD),
                of(RECORD, "project.park.‹are› > 0", ExpressionMistake.UNKNOWN_FIELD),
                of(RECORD, "project.investment ‹>› 100", ExpressionMistake.UNITS_DIFFER),
                of(RECORD, "project.investment ‹>› project.jobs", ExpressionMistake.UNITS_DIFFER),
                of(RECORD, "‹len›(project.code) > 3", ExpressionMistake.UNKNOWN_FUNCTION),
                of(RECORD, "‹size›() > 3", ExpressionMistake.ARGUMENT_COUNT),
                of(RECORD, "size(‹project.jobs›) > 3", ExpressionMistake.ARGUMENT_TYPE),
                of(RECORD, "project.stage == ‹'startd'›", ExpressionMistake.UNKNOWN_MEMBER),
                of(RECORD, "project.stage in ['lead', ‹'x'›]", ExpressionMistake.UNKNOWN_MEMBER),
                of(RECORD, "project.signed_on ‹>=› '2025-01-01'", ExpressionMistake.TYPES_DIFFER),
                of(RECORD, "project.code ‹+› 'a' == 'b'", ExpressionMistake.OPERAND),
                of(RECORD, "‹project.jobs›", ExpressionMistake.NOT_A_CONDITION),
                of(RECORD, "project.open && ‹project.code›", ExpressionMistake.NOT_A_CONDITION),
                of(RECORD, "‹count›(project) > 0", ExpressionMistake.AGGREGATE_NOT_HERE),
                of(FACTS, "‹project.jobs›", ExpressionMistake.FIELD_OUTSIDE_AGGREGATE),
                of(FACTS, "count(project, ‹sum›(project.jobs) > 0)", ExpressionMistake.NESTED_AGGREGATE),
                of(FACTS, "count(project, ‹park.area› > 0)", ExpressionMistake.OTHER_ENTITY),
                of(FACTS, "count(project) / ‹projects_signed›", ExpressionMistake.INDICATOR_NOT_HERE),
                of(RECORD, "project.signed_on > date(‹'2025-02-30'›)", ExpressionMistake.NOT_A_DATE),
                of(RECORD, "project.investment > quantity(‹'1,000'›, '万元')", ExpressionMistake.NOT_A_NUMBER),
                of(RECORD, "project.investment > quantity('20', ‹'bushel'›)", ExpressionMistake.UNKNOWN_UNIT),
                of(FACTS, "‹sum(project.investment)›", ExpressionMistake.RESULT_UNIT),
                of(RECORD, "project.‹place› == null", ExpressionMistake.UNUSABLE_FIELD),
                of(RECORD, "project.code.‹length› > 3", ExpressionMistake.NOT_A_REFERENCE),
                of(RECORD, "project.jobs ‹>› null", ExpressionMistake.NULL_ORDER),
                of(RECORD, "project.code.matches(‹'(?i)a'›)", ExpressionMistake.PATTERN),
                of(RECORD, "project.code in ‹[]›", ExpressionMistake.EMPTY_LIST),
                of(RECORD, "project.signed_on <= ‹today()›", ExpressionMistake.TODAY_NOT_HERE),
                of(RECORD, "‹(project.open ? 1 : 'a') == 1›", ExpressionMistake.BRANCHES_DIFFER, "project.open ? 1 : 'a'"),
                of(RECORD, "‹{'a': 1}› == null", ExpressionMistake.NOT_SUPPORTED),
                of(RECORD, "project.jobs / ‹0› == 1", ExpressionMistake.DIVISION_BY_ZERO),
                of(RECORD, "project.code.matches(‹project.code›)", ExpressionMistake.LITERAL_NEEDED),
                of(RECORD, "project.open ‹<› true", ExpressionMistake.NO_ORDER),
                of(RECORD, "project.investment ‹%› 2 == 0", ExpressionMistake.WHOLE_NUMBER_NEEDED),
                of(RECORD, "‹project› == null", ExpressionMistake.WHOLE_RECORD),
                of(FACTS, "count(‹parcs›.project.x)", ExpressionMistake.UNKNOWN_PACK),
                of(DERIVED, "‹projects_start› / projects_signed", ExpressionMistake.UNKNOWN_NAME),
                of(DERIVED, "‹projects_started / investment_total›", ExpressionMistake.RESULT_UNIT),
                of(RECORD, "‹" + "x".repeat(4001) + "›", ExpressionMistake.TOO_LONG),
                of(RECORD, "‹" + "(".repeat(200) + "1" + ")".repeat(200) + "›", ExpressionMistake.TOO_DEEP),
                of(FACTS, "‹true›", ExpressionMistake.NOT_A_NUMBER_RESULT),
                of(FACTS, "count(‹1›)", ExpressionMistake.ENTITY_NEEDED),
                of(FACTS, "count(‹project.jobs›)", ExpressionMistake.ENTITY_NEEDED),
                of(RECORD, "project.signed_on ‹+› 1 > project.started_on", ExpressionMistake.DATE_ARITHMETIC),
                of(RECORD, "project.jobs > ‹previous›(projects_started)", ExpressionMistake.RELATED_NOT_HERE),
                of(DERIVED, "previous(‹projects_started * 2›, 12)", ExpressionMistake.INDICATOR_NEEDED),
                of(DERIVED, "movingMean(projects_started, ‹1›)", ExpressionMistake.PERIODS_RANGE),
                of(RECORD, "‹workdaysBetween›(project.signed_on, project.started_on) > quantity(3, 'working_day')", ExpressionMistake.WORKDAYS_NOT_HERE),
                of(FACTS, "count(project, ‹addWorkdays›(project.signed_on, 5) < project.started_on)", ExpressionMistake.NO_CALENDAR),
                of(DERIVED, "perHead(projects_started, ‹projects_signed›)", ExpressionMistake.POPULATION_NEEDED),
                of(FACTS, "percentile(project.jobs, ‹100›)", ExpressionMistake.PERCENTILE_RANGE),
                of(SLOT, "figure(‹'projects_strted'›)", ExpressionMistake.UNKNOWN_HOST_VALUE),
                of(RECORD, "project.jobs > ‹99999999999999999999999999999999›", ExpressionMistake.NUMBER_RANGE));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(Scope scope, String marked, ExpressionMistake mistake) {
        int from = marked.codePointCount(0, marked.indexOf('‹'));
        int length = marked.codePointCount(marked.indexOf('‹') + 1, marked.indexOf('›'));
        List<Diagnostic> found = check(marked.replaceAll("[‹›]", ""), scope);
        assertThat(found).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(mistake.code());
            assertThat(diagnostic.primary().span()).isEqualTo(Span.of("x.yaml", 3, 8 + from, length));
            assertThat(diagnostic.headline().zh()).doesNotContain("%s");
        });
    }

    @Test
    void everyMistakeHasAnExample() {
        Set<ExpressionMistake> shown = EnumSet.noneOf(ExpressionMistake.class);
        mistakes().forEach(arguments -> shown.add((ExpressionMistake) arguments.get()[2]));
        assertThat(shown).containsExactlyInAnyOrder(ExpressionMistake.values());
        assertThat(Arrays.stream(ExpressionMistake.values()).map(ExpressionMistake::code)).doesNotHaveDuplicates();
    }

    @Test
    void independentMistakesAreToldTogether() {
        List<Diagnostic> found = check("project.opn && project.stage == 'x' && project.investment > 5", RECORD);
        assertThat(found)
                .extracting(Diagnostic::code)
                .containsExactly(
                        ExpressionMistake.UNKNOWN_FIELD.code(),
                        ExpressionMistake.UNKNOWN_MEMBER.code(),
                        ExpressionMistake.UNITS_DIFFER.code());
        assertThat(found.get(0).helps().getFirst().en()).isEqualTo("did you mean `open`?");
        assertThat(found.get(2).helps().getFirst().en()).isEqualTo("quantity('5', '万元')");
    }

    @Test
    void aFigureWithItsUnitGluedOnIsUnderstood() {
        List<Diagnostic> found = check("project.investment > 20万元", RECORD);
        assertThat(found).singleElement().satisfies(diagnostic -> assertThat(
                        diagnostic.helps().getFirst().zh())
                .isEqualTo("quantity('20', '万元')"));
    }

    private static List<Diagnostic> check(String source, Scope scope) {
        List<Diagnostic> found = new ArrayList<>();
        var checked = ExpressionChecker.check(source, Span.of("x.yaml", 3, 8, 1), scope, found::add);
        assertThat(checked.isPresent()).isEqualTo(found.isEmpty());
        return found;
    }

    private static Arguments of(Scope scope, String marked, ExpressionMistake mistake) {
        return Arguments.of(scope, marked, mistake);
    }

    /// Where the place is not a stretch of the source as written.
    private static Arguments of(Scope scope, String marked, ExpressionMistake mistake, String place) {
        String plain = marked.replaceAll("[‹›]", "");
        return Arguments.of(scope, plain.replace(place, "‹" + place + "›"), mistake);
    }
}
