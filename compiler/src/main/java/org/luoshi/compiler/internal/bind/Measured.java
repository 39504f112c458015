package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.WarningMistakes.NOT_A_TIME;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.UNIT_DOES_NOT_FIT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Quantity;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;

/// Quantities as they are written, in the unit that is wanted.
///
/// @param declared where the wanted unit is
record Measured(Findings findings, UnitOfMeasure unit, Span declared) {

    private static final UnitOfMeasure SECOND =
            UnitsOfMeasure.standard().find("s").orElseThrow();

    /// The number in the wanted unit, or empty: then it has been told.
    Optional<BigDecimal> in(Quantity quantity) {
        if (quantity.unit().isCompatibleWith(unit))
            return Optional.of(converted(quantity, unit));
        findings.report(UNIT_DOES_NOT_FIT
                .at(quantity.scalar().span())
                .with("limit", quantity)
                .with("unit", unit)
                .other(declared));
        return Optional.empty();
    }

    /// A length of time of at least a second, or empty: then it has been told.
    static Optional<Duration> time(Quantity quantity, Findings findings) {
        if (quantity.unit().isCompatibleWith(SECOND)) {
            BigDecimal seconds = converted(quantity, SECOND);
            if (seconds.compareTo(BigDecimal.ONE) >= 0)
                return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
        }
        findings.report(NOT_A_TIME.at(quantity.scalar().span()).with("word", quantity));
        return Optional.empty();
    }

    private static BigDecimal converted(Quantity quantity, UnitOfMeasure unit) {
        return UnitsOfMeasure.standard()
                .convert(quantity.number(), quantity.unit(), unit, MathContext.DECIMAL64)
                .stripTrailingZeros();
    }
}
