package org.luoshi.pack.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What is issued when a case ends in an outcome: a decision letter, a licence 证书.
///
/// @param title as it stands on top, e.g. "Decision to grant a licence"
/// @param body its text; `{field}` stands for the value of the content's field, paragraphs are divided by line ends
/// @param issuer id of the unit that issues it; null for the unit whose case it is
/// @param validUntil field of the content with its last day; null where another rule or none says it
/// @param validDays last day counted from the day of issue, which is day 0; null where another rule or none says it
public record CertificateForm(
        Text title, Text body, @Nullable String issuer, @Nullable String validUntil, @Nullable Integer validDays) {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

    /// Fields that the text names, in both languages, in the order in which they first do.
    public Set<String> slots() {
        Set<String> slots = new LinkedHashSet<>(slots(body.zh()));
        slots.addAll(slots(body.en()));
        return slots;
    }

    public static Set<String> slots(String text) {
        Set<String> slots = new LinkedHashSet<>();
        Matcher found = SLOT.matcher(text);
        while (found.find()) slots.add(found.group(1));
        return slots;
    }

    /// The text with values in place of its slots.
    ///
    /// @param value words for a field's id
    public static String filled(String text, UnaryOperator<String> value) {
        return SLOT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }
}
