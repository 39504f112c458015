package org.luoshi.indicator;

import java.time.LocalDate;

/// A stored sum of records, out of which the next cells would be computed, that is not what the registers say.
///
/// @param source register, place and dates whose records it sums up
/// @param unit as recorded, not rolled up
/// @param period its first day
public record WrongSum(String source, String unit, LocalDate period) implements Finding {}
