package org.luoshi.kernel.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.text.Text;

/// One mistake: a fact, its place and, where we know it, a remedy.
///
/// @param headline stands alone; identifiers in backticks in both languages
/// @param primary where it is
/// @param others what it conflicts with, in any file
/// @param notes context
/// @param helps advice
public record Diagnostic(
        DiagnosticCode code,
        Severity severity,
        Text headline,
        Label primary,
        List<Label> others,
        List<Text> notes,
        List<Text> helps) {

    public Diagnostic {
        others = List.copyOf(others);
        notes = List.copyOf(notes);
        helps = List.copyOf(helps);
    }

    public static Diagnostic error(DiagnosticCode code, Span span, Text headline) {
        return of(code, Severity.ERROR, span, headline);
    }

    public static Diagnostic advice(DiagnosticCode code, Span span, Text headline) {
        return of(code, Severity.ADVICE, span, headline);
    }

    private static Diagnostic of(DiagnosticCode code, Severity severity, Span span, Text headline) {
        return new Diagnostic(code, severity, headline, new Label(span, Text.EMPTY), List.of(), List.of(), List.of());
    }

    /// The same, with words at the primary place.
    public Diagnostic labelled(Text text) {
        return new Diagnostic(code, severity, headline, new Label(primary.span(), text), others, notes, helps);
    }

    /// The same, pointing at the other side of a conflict as well.
    public Diagnostic also(Span span, Text text) {
        return new Diagnostic(code, severity, headline, primary, and(others, new Label(span, text)), notes, helps);
    }

    public Diagnostic note(Text text) {
        return new Diagnostic(code, severity, headline, primary, others, and(notes, text), helps);
    }

    public Diagnostic help(Text text) {
        return new Diagnostic(code, severity, headline, primary, others, notes, and(helps, text));
    }

    private static <T> List<T> and(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
