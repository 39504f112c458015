package org.luoshi.pack.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Token.Kind;

/// Tells, in pack words, why an expression could not be read.
///
/// First what people who know spreadsheets or SQL, or type with a Chinese keyboard, get wrong; only when nothing of
/// that kind is found, the place where the parser stopped.
final class SyntaxMistakes {

    private static final Map<String, String> WORDS = Map.of("and", "&&", "or", "||", "not", "!");
    private static final Map<String, String> SIGNS =
            Map.of("<>", "!=", "=<", "<=", "=>", ">=", "&", "&&", "|", "||");
    private static final Map<String, String> LOOKALIKES = Map.ofEntries(
            Map.entry("（", "("), Map.entry("）", ")"), Map.entry("，", ","), Map.entry("、", ","),
            Map.entry("。", "."), Map.entry("：", ":"), Map.entry("？", "?"), Map.entry("！", "!"),
            Map.entry("＝", "="), Map.entry("＜", "<"), Map.entry("＞", ">"), Map.entry("≥", ">="),
            Map.entry("≤", "<="), Map.entry("≠", "!="), Map.entry("×", "*"), Map.entry("÷", "/"),
            Map.entry("＋", "+"), Map.entry("－", "-"), Map.entry("＊", "*"), Map.entry("／", "/"),
            Map.entry("％", "%"), Map.entry("［", "["), Map.entry("］", "]"), Map.entry("【", "["),
            Map.entry("】", "]"), Map.entry("＆", "&"), Map.entry("｜", "|"), Map.entry("　", " "));
    private static final Set<String> CURLY_QUOTES = Set.of("‘", "’", "“", "”", "＇", "＂", "「", "」", "『", "』", "`");
    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

    private final Tokens tokens;
    private final Place place;
    private final Consumer<Diagnostic> diagnostics;
    private boolean told;

    SyntaxMistakes(Tokens tokens, Place place, Consumer<Diagnostic> diagnostics) {
        this.tokens = tokens;
        this.place = place;
        this.diagnostics = diagnostics;
    }

    void tell(int stoppedAt) {
        for (int i = 0; i < tokens.all().size(); i++) {
            tellToken(i);
        }
        if (!told) tellBrackets();
        if (!told) tellStop(stoppedAt);
    }

    private void tellToken(int index) {
        Token token = tokens.all().get(index);
        switch (token.kind()) {
            case FOREIGN -> tellForeign(index, token);
            case OPEN_TEXT -> report(ExpressionMistake.OPEN_QUOTE.at(
                    place.span(token.from(), token.from() + 1), token.text().substring(0, 1)));
            case SIGN -> tellSign(token);
            case NAME -> tellWord(index, token);
            case NUMBER, TEXT -> {}
        }
    }

    private void tellForeign(int index, Token token) {
        String ascii = asciiOf(token.text());
        if (CURLY_QUOTES.contains(token.text())) {
            report(ExpressionMistake.CURLY_QUOTE.at(span(token), token.text()));
        } else if (ascii != null) {
            report(ExpressionMistake.FULL_WIDTH.at(span(token), token.text(), ascii));
        } else if (!insideCurlyQuotes(index) && !isContinued(index)) {
            Token last = lastForeign(index);
            Span span = place.span(token.from(), last.to());
            report(afterNumber(index, ExpressionMistake.UNEXPECTED.at(span, textOf(index, last))));
        }
    }

    /// `20万元`: a figure with its unit.
    private Diagnostic afterNumber(int index, Diagnostic plain) {
        if (index == 0 || tokens.all().get(index - 1).kind() != Kind.NUMBER) {
            return plain.help(new Text("文本写在单引号里，例如 '成华区'", "put texts in single quotation marks"));
        }
        String number = tokens.all().get(index - 1).text();
        String unit = textOf(index, lastForeign(index));
        if (UnitsOfMeasure.standard().find(unit).isEmpty()) return plain;
        return plain.help(Text.same("quantity('%s', '%s')".formatted(number, unit)));
    }

    private void tellSign(Token token) {
        if (token.is("=")) {
            report(ExpressionMistake.SINGLE_EQUALS.at(span(token)));
        } else if (SIGNS.containsKey(token.text())) {
            report(ExpressionMistake.WORD_OPERATOR.at(span(token), token.text(), SIGNS.get(token.text())));
        }
    }

    private void tellWord(int index, Token token) {
        String operator = WORDS.get(token.text().toLowerCase(Locale.ROOT));
        if (operator == null || isAfter(index, ".")) return;
        report(ExpressionMistake.WORD_OPERATOR.at(span(token), token.text(), operator));
    }

    private void tellBrackets() {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens.all()) {
            if (token.kind() != Kind.SIGN) continue;
            if (CLOSING.containsKey(token.text())) {
                open.push(token);
            } else if (CLOSING.containsValue(token.text())) {
                if (open.isEmpty() || !token.text().equals(CLOSING.get(open.peek().text()))) {
                    report(ExpressionMistake.UNBALANCED.at(span(token), token.text(), openingOf(token.text())));
                    return;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            Token first = open.peekLast();
            report(ExpressionMistake.UNBALANCED.at(span(first), first.text(), Known.in(CLOSING, first.text())));
        }
    }

    private void tellStop(int stoppedAt) {
        Token token = tokens.at(stoppedAt);
        if (token == null) {
            report(ExpressionMistake.ENDS_EARLY.at(place.span(tokens.length(), tokens.length())));
        } else if (token.kind() == Kind.NUMBER && token.text().length() > 18) {
            report(ExpressionMistake.NUMBER_RANGE.at(span(token), token.text()));
        } else {
            report(ExpressionMistake.UNEXPECTED.at(span(token), token.text()));
        }
    }

    private void report(Diagnostic diagnostic) {
        told = true;
        diagnostics.accept(diagnostic);
    }

    private Span span(Token token) {
        return place.span(token.from(), token.to());
    }

    private boolean isAfter(int index, String sign) {
        return index > 0 && tokens.all().get(index - 1).is(sign);
    }

    /// Chinese words between curly quotes are told once, by the quotes.
    private boolean insideCurlyQuotes(int index) {
        return tokens.all().subList(0, index).stream().anyMatch(token -> CURLY_QUOTES.contains(token.text()));
    }

    private boolean isContinued(int index) {
        if (index == 0) return false;
        Token before = tokens.all().get(index - 1);
        return isPlainForeign(before) && before.to() == tokens.all().get(index).from();
    }

    private Token lastForeign(int index) {
        Token last = tokens.all().get(index);
        for (Token next : tokens.all().subList(index + 1, tokens.all().size())) {
            if (!isPlainForeign(next) || next.from() != last.to()) break;
            last = next;
        }
        return last;
    }

    private String textOf(int index, Token last) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens.all().subList(index, tokens.all().indexOf(last) + 1)) text.append(token.text());
        return text.toString();
    }

    private static boolean isPlainForeign(Token token) {
        return token.kind() == Kind.FOREIGN
                && asciiOf(token.text()) == null
                && !CURLY_QUOTES.contains(token.text());
    }

    private static @Nullable String asciiOf(String character) {
        String sign = LOOKALIKES.get(character);
        if (sign != null) return sign;
        int c = character.codePointAt(0);
        return c >= 0xFF01 && c <= 0xFF5E && !CURLY_QUOTES.contains(character)
                ? Character.toString(c - 0xFEE0)
                : null;
    }

    private static String openingOf(String closing) {
        return CLOSING.entrySet().stream()
                .filter(pair -> pair.getValue().equals(closing))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
