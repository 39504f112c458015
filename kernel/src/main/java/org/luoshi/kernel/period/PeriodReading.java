package org.luoshi.kernel.period;

import org.luoshi.kernel.text.Text;

/// What came of reading a period id that somebody wrote.
public sealed interface PeriodReading {

    record Read(Period period) implements PeriodReading {}

    /// @param reason what is wrong and what a right one looks like
    record Unreadable(Text reason) implements PeriodReading {}
}
