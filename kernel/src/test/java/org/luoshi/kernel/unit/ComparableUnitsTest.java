package org.luoshi.kernel.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.kernel.unit.Basis.ADMINISTRATIVE;
import static org.luoshi.kernel.unit.Basis.STATISTICAL;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

/// An invented city: on 1 July `old` goes into `east`, `wide` is split into `east` and `west`, `both` is made of `a` and
/// `b`, and `lake` moves from west to east.
class ComparableUnitsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate ANY = LocalDate.of(1999, 1, 1);
    private static final UnitCode CODE = new UnitCode("mca", "2025", "510101");

    private final UnitTree tree = new UnitTree(
            List.of(
                    unit("city", UnitKind.CITY, null, null),
                    unit("east", UnitKind.DISTRICT, null, null),
                    unit("west", UnitKind.DISTRICT, null, null),
                    coded("old", null, DAY),
                    unit("wide", UnitKind.DISTRICT, null, DAY),
                    unit("gone", UnitKind.DISTRICT, null, DAY),
                    unit("a", UnitKind.STREET, null, DAY),
                    unit("b", UnitKind.STREET, null, DAY),
                    coded("both", DAY, null),
                    unit("lake", UnitKind.STREET, null, null)),
            List.of(
                    link("east", "city", null, null),
                    link("west", "city", null, null),
                    link("old", "city", null, DAY),
                    link("wide", "city", null, DAY),
                    link("gone", "city", null, DAY),
                    link("a", "west", null, DAY),
                    link("b", "west", null, DAY),
                    link("both", "west", DAY, null),
                    link("lake", "west", null, DAY),
                    link("lake", "east", DAY, null)),
            List.of(
                    new Succession("old", "east", DAY),
                    new Succession("wide", "east", DAY),
                    new Succession("wide", "west", DAY),
                    new Succession("a", "both", DAY),
                    new Succession("b", "both", DAY)));

    @Test
    void mergedUnitsCountWhereTheirSuccessorIs() {
        assertThat(below(DAY, "east")).containsExactlyInAnyOrder("east", "old", "lake");
        assertThat(below(DAY, "both")).containsExactlyInAnyOrder("both", "a", "b");
        assertThat(below(DAY, "west")).containsExactlyInAnyOrder("west", "both", "a", "b");
    }

    @Test
    void whatWasSplitCountsOnlyAboveAllParts() {
        ComparableUnits units = tree.on(DAY);
        assertThat(below(DAY, "city")).contains("wide").hasSize(9);
        assertThat(units.standIn("wide")).hasValueSatisfying(standIn -> {
            assertThat(standIn.split()).isTrue();
            assertThat(standIn.under().get(ADMINISTRATIVE).id()).isEqualTo("city");
            assertThat(standIn.under()).doesNotContainKey(STATISTICAL);
        });
    }

    @Test
    void whatNobodyStandsForCountsNowhere() {
        assertThat(tree.on(DAY).standIn("gone")).hasValueSatisfying(standIn -> {
            assertThat(standIn.living()).isEmpty();
            assertThat(standIn.under()).isEmpty();
        });
        assertThat(below(DAY, "city")).doesNotContain("gone");
    }

    @Test
    void anEarlierDayPutsLaterUnitsWhereTheyCameFrom() {
        assertThat(below(BEFORE, "west")).containsExactlyInAnyOrder("west", "a", "b", "lake", "both");
        assertThat(below(BEFORE, "a")).containsExactly("a");
        assertThat(tree.on(BEFORE).standIns()).extracting(standIn -> standIn.unit().id()).containsExactly("both");
    }

    @Test
    void aUnitThatIsGoneGivesUpItsCode() {
        assertThat(tree.on(DAY).tree().find(CODE, ANY)).map(Unit::id).contains("both");
        assertThat(tree.on(BEFORE).tree().find(CODE, ANY)).map(Unit::id).contains("old");
    }

    @Test
    void whoExistsIsPlacedAsOnTheDay() {
        for (LocalDate day : List.of(BEFORE, DAY)) {
            ComparableUnits units = tree.on(day);
            List<String> expected = tree.closure(ADMINISTRATIVE).stream()
                    .filter(pair -> pair.validity().contains(day))
                    .map(pair -> pair.unit() + " under " + pair.ancestor())
                    .toList();
            assertThat(units.tree().closure(ADMINISTRATIVE).stream()
                            .filter(pair -> units.exists(pair.unit()))
                            .map(pair -> pair.unit() + " under " + pair.ancestor()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> below(LocalDate day, String unit) {
        return tree.on(day).tree().subtree(unit, ADMINISTRATIVE, ANY).stream().map(Unit::id).toList();
    }

    private static Unit unit(String id, UnitKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Unit(id, kind, Text.same(id), Text.same(id), validity(from, to), List.of(), null);
    }

    private static Unit coded(String id, @Nullable LocalDate from, @Nullable LocalDate to) {
        UnitKind kind = from == null ? UnitKind.DISTRICT : UnitKind.STREET;
        return new Unit(id, kind, Text.same(id), Text.same(id), validity(from, to), List.of(CODE), null);
    }

    private static UnitParent link(String unit, String parent, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new UnitParent(unit, parent, ADMINISTRATIVE, validity(from, to));
    }

    private static Validity validity(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Validity(from == null ? Validity.ALWAYS.from() : from, to);
    }
}
