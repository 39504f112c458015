package org.luoshi.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void isKeptInLowestTermsWithTheSignAbove() {
        assertThat(Fraction.of("1.5", "-0.45")).isEqualTo(Fraction.of("-10", "3")).hasToString("-10/3");
        assertThat(Fraction.of("0", "-7")).isEqualTo(Fraction.of("0")).hasToString("0");
        assertThat(Fraction.of("1e3")).hasToString("1000");
    }

    @Test
    void isADecimalOnlyWhenOneSaysItExactly() {
        assertThat(Fraction.of("3", "8").exact()).contains(new BigDecimal("0.375"));
        assertThat(Fraction.of("2", "3").exact()).isEmpty();
    }

    @Test
    void hasPowersOfEitherSign() {
        assertThat(Fraction.of("2", "3").power(-2)).isEqualTo(Fraction.of("9", "4"));
        assertThat(Fraction.of("2", "3").power(0)).isEqualTo(Fraction.ONE);
    }

    @Test
    void refusesToDivideByZero() {
        assertThatThrownBy(() -> Fraction.of("1", "0")).hasMessage("division by zero: 1/0");
        assertThatThrownBy(() -> Fraction.ONE.over(Fraction.of("0"))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void everyDecimalIsExact(@ForAll BigDecimal value) {
        assertThat(Fraction.of(value).exact()).get().usingComparator(BigDecimal::compareTo).isEqualTo(value);
    }

    @Property
    void isOrderedAsItsDecimals(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        assertThat(Fraction.of(a).compareTo(Fraction.of(b))).isEqualTo(a.compareTo(b));
    }
}
