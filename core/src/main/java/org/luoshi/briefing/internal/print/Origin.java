package org.luoshi.briefing.internal.print;

/// Where a figure of the text, or a table's rows, can be followed to what they were made of.
///
/// @param what the figure within its clause, e.g. `逾期未达到的累计28个`, or the table's heading
/// @param address holds the moment
public record Origin(int number, String what, String address) {}
