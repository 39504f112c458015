package org.luoshi.kernel.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.kernel.unit.Basis.ADMINISTRATIVE;
import static org.luoshi.kernel.unit.Basis.STATISTICAL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

/// An invented city: a new area made of one district's streets, two streets merged on 1 July 2020.
class UnitTreeTest {

    private static final LocalDate MERGER = LocalDate.of(2020, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2020, 6, 30);

    private final List<Unit> units = List.of(
            unit("city", UnitKind.CITY, Validity.ALWAYS),
            unit("east", UnitKind.DISTRICT, Validity.ALWAYS),
            unit("new_area", UnitKind.FUNCTIONAL_AREA, Validity.ALWAYS),
            unit("bridge", UnitKind.STREET, new Validity(LocalDate.of(1990, 1, 1), MERGER)),
            unit("temple", UnitKind.STREET, new Validity(LocalDate.of(1990, 1, 1), MERGER)),
            unit("bridge_temple", UnitKind.STREET, Validity.since(MERGER)),
            unit("lake", UnitKind.TOWN, Validity.ALWAYS));

    private final List<UnitParent> parents = List.of(
            link("east", "city", ADMINISTRATIVE),
            link("bridge", "east", ADMINISTRATIVE),
            link("temple", "east", ADMINISTRATIVE),
            link("bridge_temple", "east", ADMINISTRATIVE),
            link("lake", "east", ADMINISTRATIVE),
            link("east", "city", STATISTICAL),
            link("new_area", "city", STATISTICAL),
            link("bridge_temple", "east", STATISTICAL),
            link("lake", "new_area", STATISTICAL));

    private final UnitTree tree = new UnitTree(
            units,
            parents,
            List.of(
                    new Succession("bridge", "bridge_temple", MERGER),
                    new Succession("temple", "bridge_temple", MERGER)));

    @Test
    void thePlaceOfAUnitDependsOnTheBasis() {
        assertThat(tree.parent("lake", ADMINISTRATIVE, MERGER)).map(Unit::id).contains("east");
        assertThat(tree.parent("lake", STATISTICAL, MERGER)).map(Unit::id).contains("new_area");
        assertThat(tree.ancestors("lake", STATISTICAL, MERGER)).extracting(Unit::id)
                .containsExactly("new_area", "city");
        assertThat(tree.roots(ADMINISTRATIVE, MERGER)).extracting(Unit::id).containsExactly("city", "new_area");
        assertThat(tree.roots(STATISTICAL, MERGER)).extracting(Unit::id).containsExactly("city");
    }

    @Test
    void mergedUnitsGiveWayToTheirSuccessorOnTheDay() {
        assertThat(tree.children("east", ADMINISTRATIVE, BEFORE)).extracting(Unit::id)
                .containsExactly("bridge", "temple", "lake");
        assertThat(tree.children("east", ADMINISTRATIVE, MERGER)).extracting(Unit::id)
                .containsExactly("bridge_temple", "lake");
        assertThat(tree.successors("temple", MERGER)).extracting(Unit::id).containsExactly("bridge_temple");
        assertThat(tree.successors("temple", BEFORE)).extracting(Unit::id).containsExactly("temple");
        assertThat(tree.successors("nowhere", MERGER)).isEmpty();
    }

    @Test
    void subtreesListParentsBeforeChildren() {
        assertThat(tree.subtree("city", STATISTICAL, MERGER)).extracting(Unit::id)
                .containsExactly("city", "east", "bridge_temple", "new_area", "lake");
        assertThat(tree.subtree("bridge", ADMINISTRATIVE, MERGER)).isEmpty();
    }

    @Test
    void theClosureSaysWhenEachPairHolds() {
        assertThat(tree.closure(ADMINISTRATIVE))
                .filteredOn(row -> row.unit().startsWith("bridge"))
                .containsExactly(
                        row("bridge", "bridge", 0, LocalDate.of(1990, 1, 1), MERGER),
                        row("east", "bridge", 1, LocalDate.of(1990, 1, 1), MERGER),
                        row("city", "bridge", 2, LocalDate.of(1990, 1, 1), MERGER),
                        row("bridge_temple", "bridge_temple", 0, MERGER, null),
                        row("east", "bridge_temple", 1, MERGER, null),
                        row("city", "bridge_temple", 2, MERGER, null));
    }

    @Test
    void codesAreFoundByScheme() {
        UnitCode civil = new UnitCode("mca", "2023", "510107011");
        UnitCode statistical = new UnitCode("stats", "2023", "510107011");
        UnitTree coded = new UnitTree(List.of(coded("a", civil), coded("b", statistical)), List.of());
        assertThat(coded.find(civil, MERGER)).map(Unit::id).contains("a");
        assertThat(coded.find(statistical, MERGER)).map(Unit::id).contains("b");
    }

    @Test
    void oneCodeForTwoUnitsAtOnceIsReported() {
        UnitCode code = new UnitCode("mca", "2023", "510107011");
        assertThat(UnitTree.problems(List.of(coded("a", code), coded("b", code)), List.of(), List.of()))
                .containsExactly(new UnitTreeProblem.DuplicateCode(code, "a", "b"));
    }

    @Test
    void unknownUnitsAreReportedWithTheNearestOnes() {
        UnitParent link = link("lak", "eats", ADMINISTRATIVE);
        assertThat(problems(link))
                .satisfiesExactly(
                        problem -> assertThat(problem).isEqualTo(new UnitTreeProblem.UnknownUnit(link)),
                        problem -> assertThat(problem)
                                .isInstanceOfSatisfying(
                                        UnitTreeProblem.UnknownParent.class,
                                        unknown -> assertThat(unknown.nearest()).hasSize(4).startsWith("east")));
    }

    @Test
    void aSecondParentAtTheSameTimeIsReported() {
        UnitParent second = link("lake", "new_area", ADMINISTRATIVE);
        assertThat(problems(second))
                .containsExactly(
                        new UnitTreeProblem.OverlappingParents(parents.get(4), second, Validity.ALWAYS));
    }

    @Test
    void aParentThatEndsBeforeItsChildIsReported() {
        List<Unit> more = List.of(
                unit("gone", UnitKind.DISTRICT, new Validity(LocalDate.of(1990, 1, 1), MERGER)),
                unit("left_over", UnitKind.STREET, Validity.since(LocalDate.of(2000, 1, 1))));
        assertThat(UnitTree.problems(more, List.of(link("left_over", "gone", ADMINISTRATIVE)), List.of()))
                .extracting(problem -> problem.text().en())
                .containsExactly("`left_over` is placed under `gone` for 0001-01-01/..,"
                        + " which exists only for 1990-01-01/2020-07-01");
    }

    @Test
    void circlesAreReportedOnceWithTheirDays() {
        List<Unit> ring = List.of(
                unit("a", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("b", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("c", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("below", UnitKind.STREET, Validity.ALWAYS));
        List<UnitParent> links = List.of(
                link("below", "b", ADMINISTRATIVE),
                link("b", "c", ADMINISTRATIVE),
                link("c", "a", ADMINISTRATIVE),
                new UnitParent("a", "b", ADMINISTRATIVE, Validity.since(MERGER)));
        assertThat(UnitTree.problems(ring, links, List.of()))
                .containsExactly(new UnitTreeProblem.Cycle(
                        List.of("a", "b", "c"), ADMINISTRATIVE, Validity.since(MERGER)))
                .extracting(problem -> problem.text().zh())
                .containsExactly("行政区划口径的上级关系成环：`a` → `b` → `c` → `a`（2020-07-01/..）");
        assertThatThrownBy(() -> new UnitTree(ring, links))
                .hasMessage("parents on the administrative basis go round in a circle:"
                        + " `a` → `b` → `c` → `a` (2020-07-01/..) (1 in all)");
    }

    @Test
    void aUnitAboveItselfIsACircle() {
        assertThat(problems(link("city", "city", ADMINISTRATIVE)))
                .containsExactly(new UnitTreeProblem.Cycle(List.of("city"), ADMINISTRATIVE, Validity.ALWAYS));
    }

    @Test
    void linksThatNeverMeetInTimeAreNoCircle() {
        List<Unit> pair = List.of(unit("a", UnitKind.PARK, Validity.ALWAYS), unit("b", UnitKind.PARK, Validity.ALWAYS));
        List<UnitParent> turns = List.of(
                new UnitParent("a", "b", ADMINISTRATIVE, new Validity(LocalDate.of(2000, 1, 1), MERGER)),
                new UnitParent("b", "a", ADMINISTRATIVE, Validity.since(MERGER)));
        assertThat(UnitTree.problems(pair, turns, List.of())).isEmpty();
    }

    @Test
    void aSuccessionMustFitTheDates() {
        assertThat(UnitTree.problems(units, parents, List.of(new Succession("bridge", "bridge_temple", BEFORE))))
                .containsExactly(
                        new UnitTreeProblem.BrokenSuccession(new Succession("bridge", "bridge_temple", BEFORE)));
    }

    @Test
    void everyProblemIsReportedInOneRun() {
        List<Unit> twice = List.of(units.getFirst(), units.getFirst());
        assertThat(UnitTree.problems(twice, List.of(link("x", "city", STATISTICAL)), List.of())).hasSize(2);
    }

    private List<UnitTreeProblem> problems(UnitParent more) {
        List<UnitParent> links = new ArrayList<>(parents);
        links.add(more);
        return UnitTree.problems(units, links, List.of());
    }

    private static Unit unit(String id, UnitKind kind, Validity validity) {
        return new Unit(id, kind, Text.same(id), Text.same(id), validity, List.of(), null);
    }

    private static Unit coded(String id, UnitCode code) {
        return new Unit(id, UnitKind.STREET, Text.same(id), Text.same(id), Validity.ALWAYS, List.of(code), null);
    }

    private static UnitParent link(String unit, String parent, Basis basis) {
        return new UnitParent(unit, parent, basis, Validity.ALWAYS);
    }

    private static Ancestry row(String ancestor, String unit, int depth, LocalDate from, @Nullable LocalDate to) {
        return new Ancestry(ancestor, unit, ADMINISTRATIVE, depth, new Validity(from, to));
    }
}
