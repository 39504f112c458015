package org.luoshi.pack.expression;

import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;

/// Where an expression stands in its file: turns offsets in the expression into places in the file.
@FunctionalInterface
public interface Place {

    /// @param from offset in code points
    /// @param to offset just after the last code point; equal to `from` where something is missing
    Span span(int from, int to);

    /// Right for plain and quoted scalars without escapes, and for literal blocks whose lines all start in the column
    /// of `content`.
    ///
    /// @param content the characters of the expression, quotation marks left out
    static Place at(String source, Span content) {
        int[] text = source.codePoints().toArray();
        return (from, to) -> new Span(content.file(), position(text, from, content), position(text, to, content));
    }

    private static Position position(int[] text, int offset, Span content) {
        int line = content.from().line();
        int column = content.from().column();
        for (int i = 0; i < Math.min(offset, text.length); i++) {
            if (text[i] == '\n') {
                line++;
                column = content.from().column();
            } else {
                column++;
            }
        }
        return new Position(line, column);
    }
}
