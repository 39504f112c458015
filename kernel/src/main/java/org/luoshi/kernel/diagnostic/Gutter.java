package org.luoshi.kernel.diagnostic;

/// The column of line numbers to the left of an excerpt.
///
/// @param digits of the greatest line number shown
record Gutter(int digits) {

    String numbered(int line, String source) {
        String number = String.valueOf(line);
        return " ".repeat(1 + digits - number.length()) + number + " | " + source;
    }

    String blank() {
        return beside("");
    }

    String beside(String marks) {
        return " ".repeat(digits + 2) + "| " + marks;
    }

    /// @param arrow three characters: `-->` for the primary file, `:::` for others
    String place(String arrow, Span span) {
        return " ".repeat(digits + 1) + arrow + " " + Cells.shown(span.file()) + ":" + span.from();
    }

    /// Words without a source line to stand beside.
    String remark(String words) {
        return " ".repeat(digits + 2) + "= " + words;
    }
}
