package org.luoshi.kernel.calendar;

import org.luoshi.kernel.text.Text;

/// A day that a notice names: a holiday, or a weekend day worked in exchange for one 调休.
///
/// @param name of the holiday that it belongs to
public record Day(DayKind kind, Text name) {}
