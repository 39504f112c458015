package org.luoshi.kernel.diagnostic;

import org.luoshi.kernel.text.Text;

/// A place and what is to be seen there.
///
/// @param text may be empty when the headline says it all
public record Label(Span span, Text text) {}
