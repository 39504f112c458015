package org.luoshi.kernel.calendar;

import java.time.LocalDate;

/// When something falls due.
///
/// @param provisional a day on the way is not covered by a notice yet, so the date may still move; pages must say so
public record DueDate(LocalDate date, boolean provisional) {}
