package org.luoshi.kernel.diagnostic;

/// A place to underline.
///
/// @param words to stand beside it, in the reader's language; may be empty
/// @param primary drawn with carets, otherwise with dashes
record Mark(Span span, String words, boolean primary) {

    int firstLine() {
        return span.from().line();
    }

    /// A span that ends before the first character of a line ends with the line before.
    int lastLine() {
        Position to = span.to();
        return to.column() == 1 && to.line() > firstLine() ? to.line() - 1 : to.line();
    }
}
