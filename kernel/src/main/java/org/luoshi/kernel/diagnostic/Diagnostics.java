package org.luoshi.kernel.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;

/// Collects the diagnostics of one run, each once, and gives them back by file, line, column and code.
public final class Diagnostics {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic diagnostic) -> diagnostic.primary().span().file())
            .thenComparing(diagnostic -> diagnostic.primary().span().from())
            .thenComparing(Diagnostic::code)
            .thenComparing(diagnostic -> diagnostic.primary().span().to())
            .thenComparing(diagnostic -> diagnostic.headline().en())
            .thenComparing(diagnostic -> diagnostic.headline().zh());

    private final Map<Identity, Diagnostic> reported = new LinkedHashMap<>();

    /// Keeps it unless the same mistake was reported for the same place before; the first report wins.
    public void report(Diagnostic diagnostic) {
        reported.putIfAbsent(Identity.of(diagnostic), diagnostic);
    }

    public void reportAll(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(this::report);
    }

    public List<Diagnostic> sorted() {
        return reported.values().stream().sorted(ORDER).toList();
    }

    public boolean isEmpty() {
        return reported.isEmpty();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public int count(Severity severity) {
        return (int) reported.values().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private record Identity(DiagnosticCode code, Span span, Text headline) {
        static Identity of(Diagnostic diagnostic) {
            return new Identity(diagnostic.code(), diagnostic.primary().span(), diagnostic.headline());
        }
    }
}
