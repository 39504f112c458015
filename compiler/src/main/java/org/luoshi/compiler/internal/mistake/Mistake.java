package org.luoshi.compiler.internal.mistake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.diagnostic.DiagnosticCode;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;

/// One kind of mistake: its code for ever, and its words, with `{name}` slots that a [Finding] fills.
///
/// A note or help with a slot that a finding leaves open is not shown: advice only when we know it.
///
/// @param label words at the place itself
/// @param other words at the other side of a conflict
public record Mistake(
        DiagnosticCode code,
        Severity severity,
        Text headline,
        @Nullable Text label,
        @Nullable Text other,
        List<Text> notes,
        List<Text> helps) {

    public Mistake {
        notes = List.copyOf(notes);
        helps = List.copyOf(helps);
    }

    public Finding at(Span span) {
        return new Finding(this, span);
    }

    /// The mistakes of one area, as they are declared.
    static final class Shelf {

        private final List<Draft> drafts = new ArrayList<>();

        Draft error(int number, String zh, String en) {
            return draft(number, Severity.ERROR, zh, en);
        }

        Draft advice(int number, String zh, String en) {
            return draft(number, Severity.ADVICE, zh, en);
        }

        private Draft draft(int number, Severity severity, String zh, String en) {
            Draft draft = new Draft(number, severity, new Text(zh, en));
            drafts.add(draft);
            return draft;
        }

        List<Mistake> mistakes() {
            return drafts.stream().map(Draft::end).toList();
        }
    }

    /// A mistake while its words are written down.
    static final class Draft {

        private final DiagnosticCode code;
        private final Severity severity;
        private final Text headline;
        private @Nullable Text label;
        private @Nullable Text other;
        private final List<Text> notes = new ArrayList<>();
        private final List<Text> helps = new ArrayList<>();
        private @Nullable Mistake made;

        private Draft(int number, Severity severity, Text headline) {
            this.code = new DiagnosticCode("LP%04d".formatted(number));
            this.severity = severity;
            this.headline = headline;
        }

        Draft label(String zh, String en) {
            label = new Text(zh, en);
            return this;
        }

        Draft other(String zh, String en) {
            other = new Text(zh, en);
            return this;
        }

        Draft note(String zh, String en) {
            notes.add(new Text(zh, en));
            return this;
        }

        Draft help(String zh, String en) {
            helps.add(new Text(zh, en));
            return this;
        }

        Mistake end() {
            if (made == null) made = new Mistake(code, severity, headline, label, other, notes, helps);
            return made;
        }
    }
}
