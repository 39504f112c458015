package org.luoshi.briefing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What makes a figure checkable: its formula or selector, the fact it reads and the moment of knowledge.
///
/// @param expression as written in the layout, e.g. `count('behind')`, or the table's column
/// @param moment as of which the source was read
/// @param pack by whose rules it was computed; null for what no pack computes, such as a date
public record Binding(String expression, Source source, Instant moment, @Nullable PackEdition pack) {}
