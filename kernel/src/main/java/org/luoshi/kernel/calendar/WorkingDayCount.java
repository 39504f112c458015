package org.luoshi.kernel.calendar;

/// A number of working days.
///
/// @param days negative when counted backwards
/// @param provisional a day among them is not covered by a notice yet, so the number may still change
public record WorkingDayCount(int days, boolean provisional) {}
