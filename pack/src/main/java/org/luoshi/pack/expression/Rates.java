package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.util.Optional;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.pack.expression.Type.NumberType;

/// The unit side of a rate: numerator ÷ denominator, told in a declared unit.
public final class Rates {

    private Rates() {}

    /// What numerator ÷ denominator is multiplied by to be told in `unit`: 100 for two counts told in percent.
    ///
    /// @return empty when the quotient cannot be told in `unit`, or no decimal says the factor
    public static Optional<BigDecimal> factor(Expr numerator, Expr denominator, UnitOfMeasure unit) {
        if (!(numerator.type() instanceof NumberType above) || !(denominator.type() instanceof NumberType below))
            return Optional.empty();
        UnitOfMeasure quotient = UnitsOfMeasure.standard().quotient(above.unit(), below.unit());
        boolean counts = Fitting.countsThings(numerator) || Fitting.countsThings(denominator);
        return Fitting.factor(quotient, unit, counts).flatMap(Fraction::exact);
    }
}
