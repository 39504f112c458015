package org.luoshi.kernel.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Language;

/// Annotation lines as GitHub and Gitea read them from a job's output, one for each diagnostic.
///
/// Advice becomes a `notice`. Where the span ends on another line the end column is left out: it would be read as one
/// of the first line.
///
/// @param language of the messages
public record CiRenderer(Language language) implements DiagnosticRenderer {

    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        return diagnostics.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Diagnostic diagnostic) {
        Span span = diagnostic.primary().span();
        String command = diagnostic.severity() == Severity.ERROR ? "error" : "notice";
        String title = property(diagnostic.code().value());
        return "::" + command + " " + place(span) + ",title=" + title + "::" + message(words(diagnostic)) + "\n";
    }

    private static String place(Span span) {
        Position from = span.from();
        Position to = span.to();
        String place = "file=" + property(span.file()) + ",line=" + from.line() + ",col=" + from.column() + ",endLine="
                + to.line();
        return from.line() == to.line() && !from.equals(to) ? place + ",endColumn=" + to.column() : place;
    }

    private String words(Diagnostic diagnostic) {
        StringBuilder words = new StringBuilder(diagnostic.headline().in(language));
        diagnostic.notes().forEach(note -> words.append("\nnote: ").append(note.in(language)));
        diagnostic.helps().forEach(help -> words.append("\nhelp: ").append(help.in(language)));
        return words.toString();
    }

    private static String message(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String value) {
        return message(value).replace(":", "%3A").replace(",", "%2C");
    }
}
