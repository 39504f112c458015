package org.luoshi.briefing;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A figure that differs between two editions.
///
/// @param source [Source#key]
/// @param before null where only the later edition has it
/// @param after null where only the earlier edition has it
public record Movement(Text section, String source, @Nullable Text before, @Nullable Text after) {}
