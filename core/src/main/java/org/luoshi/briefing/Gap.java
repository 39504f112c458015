package org.luoshi.briefing;

import org.luoshi.kernel.text.Text;

/// What keeps a draft from being issued.
///
/// @param where the section's heading
/// @param expression of the binding, or the words with loose digits
public record Gap(Text where, String expression, Text what) {}
