package org.luoshi.compiler.internal.write;

import java.util.List;
import java.util.regex.Pattern;
import org.luoshi.kernel.text.Text;

/// Lines of block YAML, each value quoted only where YAML would read it as something else.
public final class YamlText {

    /// Begins with a letter, and holds nothing that YAML gives a meaning to.
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}][^\\p{Cntrl}:#\\[\\]{},\"'&*!|>%@`\\\\\\u0085\\u2028\\u2029\\uFEFF]*");

    private static final Pattern RESERVED = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|nan|inf");

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean item;

    /// `key: value`
    public YamlText put(String key, String value) {
        return line(key + ": " + scalar(value));
    }

    /// `key: value`, written as it is: a number, a date, true or false.
    public YamlText raw(String key, Object value) {
        return line(key + ": " + value);
    }

    public YamlText put(String key, Text text) {
        return open(key).put("zh", text.zh()).put("en", text.en()).close();
    }

    /// `key: [a, b]`; nothing where there are none.
    public YamlText list(String key, List<String> ids) {
        return ids.isEmpty()
                ? this
                : line(key + ": ["
                        + String.join(", ", ids.stream().map(YamlText::scalar).toList()) + "]");
    }

    /// `key:` and whatever follows one level in.
    public YamlText open(String key) {
        line(key + ":");
        depth++;
        return this;
    }

    public YamlText close() {
        depth--;
        return this;
    }

    /// The next line begins a member of a list.
    public YamlText item() {
        item = true;
        depth++;
        return this;
    }

    private YamlText line(String text) {
        out.repeat("  ", item ? depth - 1 : depth);
        if (item) out.append("- ");
        item = false;
        out.append(text).append('\n');
        return this;
    }

    static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches() && value.equals(value.strip());
        if (plain) return value;
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean shown = c >= 0x20 && c < 0x7F
                            || c >= 0xA0
                                    && Character.isDefined(c)
                                    && c != 0x2028
                                    && c != 0x2029
                                    && c != 0xFEFF
                                    && !(c >= 0xD800 && c < 0xE000)
                                    && c < 0x10000;
                    if (shown) quoted.appendCodePoint(c);
                    else if (c < 0x10000) quoted.append("\\u%04X".formatted(c));
                    else quoted.append("\\U%08X".formatted(c));
                }
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
