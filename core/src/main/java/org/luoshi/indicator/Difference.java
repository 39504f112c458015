package org.luoshi.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// A stored cell that is not what the registers say.
public record Difference(
        QualifiedId indicator,
        String unit,
        Period period,
        @Nullable BigDecimal stored,
        @Nullable BigDecimal computed)
        implements Finding {}
