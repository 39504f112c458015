package org.luoshi.kernel.diagnostic;

import java.util.List;

/// Turns diagnostics into text for one kind of reader.
public sealed interface DiagnosticRenderer permits TerminalRenderer, JsonRenderer, CiRenderer {

    /// @param diagnostics in the order to be shown, usually [Diagnostics#sorted]
    /// @param sources for excerpts; where a text is missing, its excerpt is
    String render(List<Diagnostic> diagnostics, Sources sources);
}
