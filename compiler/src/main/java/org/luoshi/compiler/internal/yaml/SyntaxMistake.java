package org.luoshi.compiler.internal.yaml;

import static org.luoshi.compiler.internal.mistake.FileMistakes.ANCHOR;
import static org.luoshi.compiler.internal.mistake.FileMistakes.BAD_ESCAPE;
import static org.luoshi.compiler.internal.mistake.FileMistakes.CONTROL_CHARACTER;
import static org.luoshi.compiler.internal.mistake.FileMistakes.INDENTATION;
import static org.luoshi.compiler.internal.mistake.FileMistakes.NO_COLON;
import static org.luoshi.compiler.internal.mistake.FileMistakes.OPEN_BRACKET;
import static org.luoshi.compiler.internal.mistake.FileMistakes.OPEN_QUOTE;
import static org.luoshi.compiler.internal.mistake.FileMistakes.RESERVED_CHARACTER;
import static org.luoshi.compiler.internal.mistake.FileMistakes.SECOND_COLON;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TAB;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TAG;
import static org.luoshi.compiler.internal.mistake.FileMistakes.UNREADABLE;

import java.util.Locale;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.kernel.diagnostic.Span;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in a pack author's words what the YAML library found.
///
/// The library's sentences are matched by their fixed parts; whatever we do not know is told without them.
final class SyntaxMistake {

    private final String file;
    private final int[] points;

    SyntaxMistake(String file, int[] points) {
        this.file = file;
        this.points = points;
    }

    Finding explain(YamlEngineException broken) {
        return switch (broken) {
            case ReaderException reader -> control(reader.getCodePoint());
            case MarkedYamlEngineException marked -> marked(marked);
            default -> UNREADABLE.at(Span.ofFile(file));
        };
    }

    private Finding control(int codePoint) {
        int at = 0;
        while (at < points.length && points[at] != codePoint) at++;
        return CONTROL_CHARACTER.at(spanAt(Math.min(at, points.length), 1)).with("code", "%04X".formatted(codePoint));
    }

    private Finding marked(MarkedYamlEngineException broken) {
        String problem = lower(broken.getProblem());
        String context = lower(broken.getContext());
        Optional<Mark> mark = broken.getProblemMark();
        if (mark.isEmpty()) return UNREADABLE.at(Span.ofFile(file));
        int at = Math.min(mark.get().getIndex(), points.length);
        int start = broken.getContextMark().map(Mark::getIndex).orElse(at);
        if (context.contains("quoted scalar")) return quoted(problem, at, start);
        if (indentedWithTab(at)) return TAB.at(spanAt(lineStart(at), indentation(at)));
        if (problem.contains("expected ',' or")) return bracket(at, start);
        if (problem.contains("mapping values are not allowed")) return SECOND_COLON.at(spanAt(at, 1));
        if (problem.contains("could not find expected ':'")) return NO_COLON.at(spanAt(start, restOfLine(start)));
        if (context.contains("scanning a tag"))
            return TAG.at(spanAt(start, word(start))).with("mark", text(start, word(start)));
        if (context.contains("scanning an a"))
            return ANCHOR.at(spanAt(start, word(start))).with("mark", text(start, word(start)));
        if (context.contains("block scalar"))
            return RESERVED_CHARACTER.at(spanAt(start, restOfLine(start))).with("character", text(start, 1));
        if (problem.contains("cannot start any token"))
            return RESERVED_CHARACTER.at(spanAt(at, 1)).with("character", text(at, 1));
        if (problem.contains("<block end>") || problem.contains("not allowed here"))
            return start == at
                    ? INDENTATION.at(spanAt(at, restOfLine(at)))
                    : INDENTATION.at(spanAt(at, restOfLine(at))).other(spanAt(start, restOfLine(start)));
        if (problem.contains("node content")) return open(at);
        return UNREADABLE.at(spanAt(at, Math.max(1, word(at))));
    }

    private Finding quoted(String problem, int at, int start) {
        if (problem.contains("escape") || problem.contains("hexadecimal"))
            return BAD_ESCAPE.at(spanAt(Math.max(0, at - 1), 2));
        String quote = start < points.length && points[start] == '\'' ? "`'`" : "`\"`";
        return OPEN_QUOTE.at(spanAt(start, restOfLine(start))).with("quote", quote);
    }

    /// The file or line ends where a value should be: inside a bracket, say so.
    private Finding open(int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            if (points[i] == ']' || points[i] == '}') depth++;
            if (points[i] == '[' || points[i] == '{') {
                if (depth == 0) return bracket(at, i);
                depth--;
            }
        }
        return UNREADABLE.at(spanAt(at, Math.max(1, word(at))));
    }

    private Finding bracket(int at, int start) {
        boolean list = start < points.length && points[start] == '[';
        return OPEN_BRACKET
                .at(spanAt(at, 1))
                .with("open", list ? "[" : "{")
                .with("close", list ? "]" : "}")
                .other(spanAt(start, 1));
    }

    private boolean indentedWithTab(int at) {
        int from = lineStart(at);
        for (int i = from; i < from + indentation(at); i++) {
            if (points[i] == '\t') return true;
        }
        return false;
    }

    private int indentation(int at) {
        int from = lineStart(at);
        int to = from;
        while (to < points.length && (points[to] == ' ' || points[to] == '\t')) to++;
        return to - from;
    }

    private int lineStart(int at) {
        int from = Math.min(at, points.length);
        while (from > 0 && points[from - 1] != '\n' && points[from - 1] != '\r') from--;
        return from;
    }

    private int restOfLine(int at) {
        int to = at;
        while (to < points.length && points[to] != '\n' && points[to] != '\r') to++;
        while (to > at && Character.isWhitespace(points[to - 1])) to--;
        return Math.max(to - at, 1);
    }

    private int word(int at) {
        int to = at;
        while (to < points.length && !Character.isWhitespace(points[to]) && points[to] != ',') to++;
        return to - at;
    }

    private String text(int at, int length) {
        return new String(points, at, Math.min(length, points.length - at));
    }

    /// The place of a stretch, moved back to the last character where it begins after the end of the file.
    private Span spanAt(int index, int length) {
        int at = index;
        while (at > 0 && at >= points.length) at--;
        while (at > 0 && index >= points.length && Character.isWhitespace(points[at])) at--;
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            boolean end = points[i] == '\n' || (points[i] == '\r' && (i + 1 >= points.length || points[i + 1] != '\n'));
            line = end ? line + 1 : line;
            column = end ? 1 : column + 1;
        }
        return Span.of(file, line, column, length);
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
