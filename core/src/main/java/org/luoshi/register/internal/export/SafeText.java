package org.luoshi.register.internal.export;

/// Text that a spreadsheet will not take for a formula.
///
/// Source: OWASP, "CSV Injection": a cell is taken for a formula when it starts with `=`, `+`, `-`, `@`, tab, carriage
/// return or line feed, and in Chinese and Japanese settings with the full-width forms too. An apostrophe before it makes it text; importing takes that apostrophe away again.
public final class SafeText {

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    public static String of(String text) {
        return !text.isEmpty() && (isDangerous(text) || guarded(text)) ? "'" + text : text;
    }

    /// The text that [#of] was given.
    public static String back(String text) {
        return guarded(text) ? text.substring(1) : text;
    }

    private static boolean isDangerous(String text) {
        return DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }

    /// Apostrophes, then something dangerous: one more is put before it, so that reading back loses none.
    private static boolean guarded(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at > 0 && at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }
}
