package org.luoshi.kernel.diagnostic;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Text;

/// One JSON object with all diagnostics in both languages, for editors and scripts.
///
/// Lines and columns count from 1, columns in code points; `end` is just after the last character.
public record JsonRenderer() implements DiagnosticRenderer {

    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        return "{\"diagnostics\":%s}\n".formatted(array(diagnostics, JsonRenderer::diagnostic));
    }

    private static String diagnostic(Diagnostic diagnostic) {
        return "{\"code\":%s,\"severity\":%s,\"headline\":%s,\"primary\":%s,\"others\":%s,\"notes\":%s,\"helps\":%s}"
                .formatted(
                        string(diagnostic.code().value()),
                        string(diagnostic.severity().label().en()),
                        text(diagnostic.headline()),
                        label(diagnostic.primary()),
                        array(diagnostic.others(), JsonRenderer::label),
                        array(diagnostic.notes(), JsonRenderer::text),
                        array(diagnostic.helps(), JsonRenderer::text));
    }

    private static String label(Label label) {
        Span span = label.span();
        return "{\"file\":%s,\"start\":%s,\"end\":%s,\"text\":%s}"
                .formatted(string(span.file()), position(span.from()), position(span.to()), text(label.text()));
    }

    private static String position(Position position) {
        return "{\"line\":" + position.line() + ",\"column\":" + position.column() + "}";
    }

    private static String text(Text text) {
        return "{\"zh\":%s,\"en\":%s}".formatted(string(text.zh()), string(text.en()));
    }

    private static <T> String array(List<T> values, Function<T, String> json) {
        return values.stream().map(json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String string(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || Character.getType(c) == Character.FORMAT || loneSurrogate(value, i))
                        json.append("\\u").append(HexFormat.of().toHexDigits(c));
                    else json.append(c);
                }
            }
        }
        return json.append('"').toString();
    }

    /// One that UTF-8 cannot carry.
    private static boolean loneSurrogate(String value, int i) {
        char c = value.charAt(i);
        boolean pairs = Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        return Character.isSurrogate(c) && !pairs;
    }
}
