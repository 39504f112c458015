package org.luoshi.compiler;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.pack.City;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StudyClass;

/// What the pack `chengdu` says of itself in its README is what it holds.
class CityPackTest {

    private static City city;
    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of("../packs/chengdu");
        city = PackCompiler.compile(List.of(folder)).packs().orElseThrow().city().orElseThrow();
        readme = Files.readString(folder.resolve("README.md"));
    }

    @Test
    void theReadmeCountsTheUnitsThatThereAre() {
        Map<UnitKind, Long> counts = city.units().stream().collect(groupingBy(Unit::kind, counting()));
        assertThat(readme)
                .contains("| city | %d |".formatted(counts.get(UnitKind.CITY)))
                .contains("| districts, counties, county-level cities | %d |".formatted(counts.get(UnitKind.DISTRICT)))
                .contains("| functional areas | %d |".formatted(counts.get(UnitKind.FUNCTIONAL_AREA)))
                .contains("| subdistricts and towns | %d + %d |"
                        .formatted(counts.get(UnitKind.STREET), counts.get(UnitKind.TOWN)))
                .contains("| departments | %d |".formatted(counts.get(UnitKind.DEPARTMENT)))
                .contains("| enterprise | %d |".formatted(counts.get(UnitKind.ENTERPRISE)))
                .contains("| parks | %d |".formatted(counts.get(UnitKind.PARK)));
    }

    @Test
    void theReadmeCountsThePlanThatThereIs() {
        Plan plan = city.plans().getFirst();
        List<Plan.Measure> measures =
                plan.focuses().stream().flatMap(f -> f.measures().stream()).toList();
        long needed = plan.clauses().stream().filter(Plan.Clause::needsCommitment).count();
        long sentences = plan.clauses().stream()
                .map(c -> List.of(c.paragraph(), c.sentence()))
                .distinct()
                .count();
        long milestones = commitments(plan).mapToLong(c -> c.milestones().size()).sum();
        assertThat(readme)
                .contains("The report has %d sentences".formatted(sentences))
                .contains("%d clauses, of which %d need a commitment and have one; for the other %d"
                        .formatted(plan.clauses().size(), needed, plan.clauses().size() - needed))
                .contains("%d under %d focuses and %d measures, with %d milestones"
                        .formatted(
                                commitments(plan).count(), plan.focuses().size(), measures.size(), milestones));
    }

    @Test
    void theReadmeCountsTheStatementsOfTheClass() {
        List<StudyClass.Statement> statements = city.classes().getFirst().statements();
        Set<String> units = statements.stream().map(StudyClass.Statement::unit).collect(toSet());
        Set<String> came =
                statements.stream().flatMap(s -> s.commitments().stream()).collect(toSet());
        long others = commitments(city.plans().getFirst()).count() - came.size();
        assertThat(readme)
                .contains("%d statements of %d units, and the %d commitments that came of them. The other %d"
                        .formatted(statements.size(), units.size(), came.size(), others));
    }

    @Test
    void onlyTheThreeNumbersOfTheReportAreTargets() {
        assertThat(commitments(city.plans().getFirst())
                        .flatMap(c -> Stream.ofNullable(c.figure()))
                        .map(figure -> figure.target().intValueExact()))
                .containsExactlyInAnyOrder(40, 124, 141);
    }

    @Test
    void everyParkHangsOnBothBases() {
        for (Unit park : city.units().stream().filter(u -> u.kind() == UnitKind.PARK).toList()) {
            assertThat(city.parents().stream()
                            .filter(p -> p.unit().equals(park.id()))
                            .map(UnitParent::basis))
                    .as(park.id())
                    .containsExactlyInAnyOrder(Basis.ADMINISTRATIVE, Basis.STATISTICAL);
        }
    }

    @Test
    void whatIsFromMemoryIsNeverMarkedVerified() {
        assertThat(city.sources().values())
                .filteredOn(source -> source.note() != null && source.note().en().contains("[M]"))
                .isNotEmpty()
                .noneMatch(City.Source::verified);
    }

    private static Stream<Plan.Commitment> commitments(Plan plan) {
        return plan.focuses().stream()
                .flatMap(f -> f.measures().stream())
                .flatMap(m -> m.commitments().stream());
    }
}
