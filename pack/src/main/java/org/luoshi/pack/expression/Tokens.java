package org.luoshi.pack.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Token.Kind;

/// The words of an expression with their places; the parser's tree has only starting points.
///
/// Reads anything, also what the parser refuses: mistakes are told from these words.
final class Tokens {

    private static final Set<String> TWO_CHARACTER_SIGNS =
            Set.of("==", "!=", "<=", ">=", "&&", "||", "<>", "=>", "=<", "**", "++", "--");
    private static final String SIGNS = "()[]{}.,?:+-*/%<>!=&|";

    private final int[] text;
    private final List<Token> tokens = new ArrayList<>();

    Tokens(String source) {
        text = source.codePoints().toArray();
        int at = 0;
        while (at < text.length) {
            at = isSpace(text[at]) ? at + 1 : read(at);
        }
    }

    List<Token> all() {
        return tokens;
    }

    int length() {
        return text.length;
    }

    /// The token that starts at or contains the offset, or null at the end.
    @Nullable
    Token at(int offset) {
        for (Token token : tokens) {
            if (token.to() > offset) return token;
        }
        return null;
    }

    int indexAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).to() > offset) return i;
        }
        return tokens.size();
    }

    private int read(int from) {
        int c = text[from];
        if (isLetter(c)) return word(Kind.NAME, from, from + 1);
        if (isDigit(c) || c == '.' && from + 1 < text.length && isDigit(text[from + 1])) return number(from);
        if (c == '\'' || c == '"') return quoted(from, c);
        if (from + 1 < text.length && TWO_CHARACTER_SIGNS.contains(slice(from, from + 2)))
            return add(Kind.SIGN, from, from + 2);
        return add(SIGNS.indexOf(c) >= 0 ? Kind.SIGN : Kind.FOREIGN, from, from + 1);
    }

    private int word(Kind kind, int from, int to) {
        while (to < text.length && (isLetter(text[to]) || isDigit(text[to]))) to++;
        return add(kind, from, to);
    }

    private int number(int from) {
        int to = from;
        while (to < text.length && (isDigit(text[to]) || isLetter(text[to]) || isPoint(to))) {
            boolean exponent = text[to] == 'e' || text[to] == 'E';
            to++;
            if (exponent && to < text.length && (text[to] == '-' || text[to] == '+')) to++;
        }
        return add(Kind.NUMBER, from, to);
    }

    private boolean isPoint(int at) {
        return text[at] == '.' && at + 1 < text.length && isDigit(text[at + 1]);
    }

    private int quoted(int from, int quote) {
        for (int to = from + 1; to < text.length; to++) {
            if (text[to] == '\\') to++;
            else if (text[to] == quote) return add(Kind.TEXT, from, to + 1);
        }
        return add(Kind.OPEN_TEXT, from, text.length);
    }

    private int add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, slice(from, to), from, to));
        return to;
    }

    private String slice(int from, int to) {
        return new String(text, from, to - from);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
