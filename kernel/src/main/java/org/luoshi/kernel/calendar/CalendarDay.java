package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What the calendar knows of one date.
///
/// @param provisional the kind is assumed from the weekday: no notice covers the date yet
/// @param name of the holiday, where a notice names the day
public record CalendarDay(LocalDate date, DayKind kind, boolean provisional, @Nullable Text name) {}
