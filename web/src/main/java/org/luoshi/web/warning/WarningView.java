package org.luoshi.web.warning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;

/// One warning with its derivation, its history, and what the viewer may do about it.
///
/// @param number  of the warning as it is shown
/// @param level   1 to 4, gravest first
/// @param advice  of the rule; null where it is no longer declared
/// @param cause   the warning that it is a symptom of
/// @param acts    open to the viewer
/// @param typed   the text as it was typed, for the act that was refused
/// @param refused the act that was refused, and why in the error; null where none was
public record WarningView(
        String id,
        int number,
        int level,
        boolean exercise,
        Text title,
        String thing,
        Text unit,
        String unitHref,
        String rule,
        Text state,
        List<Text> notes,
        Instant raisedAt,
        Instant knownAt,
        Instant confirmBy,
        @Nullable String assignee,
        @Nullable Text advice,
        @Nullable Link cause,
        List<Link> symptoms,
        List<Proof> proofs,
        List<Line> history,
        List<Act> acts,
        List<Option> colours,
        List<Option> causes,
        String typed,
        @Nullable String refused,
        List<FormError> errors) {

    public record Link(String href, Text title, String thing) {}

    /// A finding with what shows it.
    ///
    /// @param shown  in a sentence
    /// @param shares by what it is strange; empty for other rules
    public record Proof(Instant at, int level, Text kind, String shown, List<String> shares, int version) {}

    public record Line(Instant at, Text by, int level, Text what, @Nullable String reason) {}

    /// @param word that is sent
    /// @param text what is to be written; null where nothing
    /// @param choice name of the choice that goes with it, `colour` or `cause`; null where none does
    public record Act(String word, Text title, @Nullable Text text, @Nullable String choice) {}
}
