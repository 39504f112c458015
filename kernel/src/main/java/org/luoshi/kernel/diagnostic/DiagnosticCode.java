package org.luoshi.kernel.diagnostic;

import java.util.regex.Pattern;

/// The number of a kind of mistake, for ever: wording may improve, the code stays.
///
/// @param value `LP` and four digits
public record DiagnosticCode(String value) implements Comparable<DiagnosticCode> {

    private static final Pattern FORM = Pattern.compile("LP[0-9]{4}");

    public DiagnosticCode {
        if (!FORM.matcher(value).matches())
            throw new IllegalArgumentException("need LP and four digits, got `%s`".formatted(value));
    }

    @Override
    public int compareTo(DiagnosticCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
