package org.luoshi.compiler.internal.mistake;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.diagnostic.Diagnostic;

/// Where findings of one file or one step go. Not for several threads.
public final class Findings {

    private final List<Diagnostic> found = new ArrayList<>();

    public void report(Finding finding) {
        report(finding.toDiagnostic());
    }

    public void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }
}
