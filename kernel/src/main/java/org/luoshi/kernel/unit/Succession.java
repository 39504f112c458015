package org.luoshi.kernel.unit;

import java.time.LocalDate;

/// What became of a unit when it was merged, split or renamed 沿革: from `on`, look for it under `successor`.
///
/// @param predecessor ends on `on`
/// @param on first day of the new order
public record Succession(String predecessor, String successor, LocalDate on) {}
