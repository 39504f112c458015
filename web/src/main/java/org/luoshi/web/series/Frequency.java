package org.luoshi.web.series;

import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;

/// Lengths of periods and periods as SDMX writes them (CL_FREQ; SDMX 3.0 section 6, time formats).
final class Frequency {

    private Frequency() {}

    static String code(PeriodKind kind) {
        return switch (kind) {
            case DAY -> "D";
            case WEEK -> "W";
            case MONTH -> "M";
            case QUARTER -> "Q";
            case HALF_YEAR -> "S";
            case YEAR -> "A";
        };
    }

    /// Ours but for half-years: `2025-S1`, a reporting semester.
    static String write(Period period) {
        return period.kind() == PeriodKind.HALF_YEAR ? period.id().replace("-H", "-S") : period.id();
    }
}
