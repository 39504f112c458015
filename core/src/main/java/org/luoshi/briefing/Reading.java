package org.luoshi.briefing;

import java.math.BigDecimal;
import org.luoshi.kernel.text.Text;

/// What reading an indicator's cell gives.
public sealed interface Reading {

    record Known(BigDecimal value) implements Reading {}

    /// The cell is there and says that nothing is known.
    record Unknown() implements Reading {}

    /// There is no such cell.
    record Missing(Text why) implements Reading {}
}
