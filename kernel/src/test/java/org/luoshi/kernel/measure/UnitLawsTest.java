package org.luoshi.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnitLawsTest {

    private final UnitsOfMeasure units = UnitsOfMeasure.standard();

    @Provide
    Arbitrary<UnitOfMeasure> anyUnit() {
        return Arbitraries.of(units.all());
    }

    /// Three units that measure the same.
    @Provide
    Arbitrary<List<UnitOfMeasure>> compatibleUnits() {
        return anyUnit().flatMap(unit -> Arbitraries.of(units.all().stream().filter(unit::isCompatibleWith).toList())
                .list()
                .ofSize(3));
    }

    @Property
    void conversionThereAndBackChangesNothing(
            @ForAll("compatibleUnits") List<UnitOfMeasure> compatible, @ForAll BigDecimal value) {
        UnitOfMeasure from = compatible.getFirst();
        UnitOfMeasure to = compatible.getLast();
        Fraction there = units.convert(value, from, to);
        assertThat(there.times(units.factor(to, from))).isEqualTo(Fraction.of(value));
    }

    @Property
    void conversionsCompose(@ForAll("compatibleUnits") List<UnitOfMeasure> compatible) {
        UnitOfMeasure a = compatible.get(0);
        UnitOfMeasure b = compatible.get(1);
        UnitOfMeasure c = compatible.get(2);
        assertThat(units.factor(a, b).times(units.factor(b, c))).isEqualTo(units.factor(a, c));
    }

    @Property
    void productsAreAssociative(
            @ForAll("anyUnit") UnitOfMeasure a,
            @ForAll("anyUnit") UnitOfMeasure b,
            @ForAll("anyUnit") UnitOfMeasure c) {
        UnitOfMeasure left = units.product(units.product(a, b), c);
        UnitOfMeasure right = units.product(a, units.product(b, c));
        assertThat(left).isEqualTo(right);
        assertThat(left.isInterchangeableWith(right)).isTrue();
    }

    @Property
    void productsCommute(@ForAll("anyUnit") UnitOfMeasure a, @ForAll("anyUnit") UnitOfMeasure b) {
        assertThat(units.product(a, b)).isEqualTo(units.product(b, a));
    }

    @Property
    void quotientUndoesProduct(@ForAll("anyUnit") UnitOfMeasure a, @ForAll("anyUnit") UnitOfMeasure b) {
        assertThat(units.quotient(units.product(a, b), b)).isEqualTo(a);
        assertThat(units.product(units.quotient(a, b), b)).isEqualTo(a);
    }

    @Property
    void factorsAndDimensionsFollowTheSymbols(@ForAll("anyUnit") UnitOfMeasure a, @ForAll("anyUnit") UnitOfMeasure b) {
        UnitOfMeasure quotient = units.quotient(a, b);
        assertThat(quotient.factor()).isEqualTo(a.factor().over(b.factor()));
        assertThat(quotient.dimension()).isEqualTo(a.dimension().over(b.dimension()));
    }

    @Property
    void compositesAreReadBackFromTheirSymbols(
            @ForAll("anyUnit") UnitOfMeasure a,
            @ForAll("anyUnit") UnitOfMeasure b,
            @ForAll("anyUnit") UnitOfMeasure c) {
        UnitOfMeasure composite = units.quotient(units.product(a, b), c);
        UnitOfMeasure read = units.find(composite.symbol()).orElseThrow();
        assertThat(read).isEqualTo(composite);
        assertThat(read.isInterchangeableWith(composite)).isTrue();
        assertThat(read.label()).isEqualTo(composite.label());
    }
}
