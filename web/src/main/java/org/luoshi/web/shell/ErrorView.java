package org.luoshi.web.shell;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What an error page says, in both languages at once: nobody chooses a language in trouble.
///
/// @param what happened, and what was or was not saved
/// @param next what to do
/// @param reference what to tell the administrator; found again in the log
public record ErrorView(Text headline, Text what, Text next, @Nullable String reference) {}
