package org.luoshi.kernel.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact quotient in lowest terms: a mu 亩 is 2000/3 m², which no decimal says.
///
/// @param numerator an integer, with the sign
/// @param denominator an integer, 1 or more
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    public static final Fraction ONE = of(BigDecimal.ONE);

    public Fraction {
        if (denominator.signum() == 0)
            throw new ArithmeticException("division by zero: %s/%s".formatted(numerator, denominator));
        int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        BigInteger above = numerator.setScale(scale).unscaledValue();
        BigInteger below = denominator.setScale(scale).unscaledValue();
        BigInteger common = above.gcd(below);
        if (below.signum() < 0) common = common.negate();
        numerator = new BigDecimal(above.divide(common));
        denominator = new BigDecimal(below.divide(common));
    }

    public static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    public static Fraction of(String value) {
        return of(new BigDecimal(value));
    }

    public static Fraction of(String numerator, String denominator) {
        return new Fraction(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// @param exponent any integer; the fraction must not be zero when it is negative
    public Fraction power(int exponent) {
        Fraction power = new Fraction(numerator.pow(Math.abs(exponent)), denominator.pow(Math.abs(exponent)));
        return exponent < 0 ? ONE.over(power) : power;
    }

    /// As a decimal when one says it exactly: 3/8 is 0.375, 2/3 is none.
    public Optional<BigDecimal> exact() {
        BigInteger rest = denominator.toBigIntegerExact();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
            fives++;
        }
        if (!rest.equals(BigInteger.ONE)) return Optional.empty();
        return Optional.of(numerator.divide(denominator, Math.max(twos, fives), RoundingMode.UNNECESSARY));
    }

    public BigDecimal rounded(int scale, RoundingMode mode) {
        return numerator.divide(denominator, scale, mode);
    }

    public BigDecimal rounded(MathContext precision) {
        return numerator.divide(denominator, precision);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? numerator.toPlainString()
                : numerator.toPlainString() + "/" + denominator.toPlainString();
    }
}
