package org.luoshi.kernel.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The last day of a limit.
///
/// @param provisional it leans on days whose notice is not published: it may still move, and pages must say so
/// @param ifResumed set while the clock is suspended: the day of resumption on which the date is computed
public record ClockDue(LocalDate date, boolean provisional, @Nullable LocalDate ifResumed) {}
