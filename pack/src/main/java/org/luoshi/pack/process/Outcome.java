package org.luoshi.pack.process;

import org.luoshi.kernel.text.Text;

/// How a case can end: an end event of the drawing.
///
/// @param id of the outcome and of the drawn element
/// @param told what the applicant reads from then on
public record Outcome(String id, Text title, Text told) {}
