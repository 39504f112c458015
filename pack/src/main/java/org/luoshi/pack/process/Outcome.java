package org.luoshi.pack.process;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// How a case can end: an end event of the drawing.
///
/// @param id of the outcome and of the drawn element
/// @param told what the applicant reads from then on
/// @param certificate what is issued then; null where nothing is
public record Outcome(String id, Text title, Text told, @Nullable CertificateForm certificate) {}
