package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.Fraction;

/// Arithmetic of the language; the SQL in [SqlExpression] does the same to the last digit.
///
/// `+`, `-` and `*` are exact. A quotient has 16 decimals, half rounded away from zero: PostgreSQL's own `/` picks its
/// scale by the operands, so the SQL side takes an exact integer quotient with one digit more and rounds that.
public final class Numbers {

    /// Digits after the point of a quotient.
    public static final int QUOTIENT_DECIMALS = 16;

    private Numbers() {}

    /// Null when the divisor is zero.
    public static @Nullable BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) return null;
        return dividend.divide(divisor, QUOTIENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /// Sign follows the dividend; null when the divisor is zero.
    public static @Nullable BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.remainder(divisor);
    }

    /// Half away from zero.
    public static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    public static BigDecimal convert(BigDecimal value, Fraction factor) {
        return factor.exact()
                .map(value::multiply)
                .orElseGet(() -> value.multiply(factor.numerator())
                        .divide(factor.denominator(), QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
