package org.luoshi.pack.process;

import org.jspecify.annotations.Nullable;

/// A step that is held at a set time, such as a hearing 听证. The time is in the content before the case comes to it.
///
/// @param at field of the content with its time
/// @param place field of the content that says where; null where none does
/// @param noticeDays working days that must lie between the day on which the case comes to it, which is when its people
///     are told, and the day on which it is held
/// @param minutes how long it is put down for in calendars
public record Meeting(String at, @Nullable String place, int noticeDays, int minutes) {}
