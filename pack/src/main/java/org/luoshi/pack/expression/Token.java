package org.luoshi.pack.expression;

/// A word of an expression.
///
/// @param from offset of its first code point
/// @param to offset after its last
record Token(Kind kind, String text, int from, int to) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        /// A text whose closing quotation mark is missing.
        OPEN_TEXT,
        SIGN,
        /// A character the language does not use.
        FOREIGN
    }

    boolean is(String word) {
        return kind != Kind.TEXT && text.equals(word);
    }
}
