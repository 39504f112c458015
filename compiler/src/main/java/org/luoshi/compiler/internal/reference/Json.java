package org.luoshi.compiler.internal.reference;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Plain values as indented JSON, keys in the order given.
final class Json {

    private Json() {}

    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, 0);
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> object(out, map, depth);
            case Collection<?> list -> array(out, list, depth);
            case Boolean flag -> out.append(flag);
            case Number number -> out.append(number);
            default -> text(out, String.valueOf(value));
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append("{\n");
        // Map.of has no order of its own, and another one in each process
        Map<?, ?> ordered = map instanceof LinkedHashMap ? map : new TreeMap<Object, Object>(map);
        Iterator<? extends Map.Entry<?, ?>> entries = ordered.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            indent(out, depth + 1);
            text(out, String.valueOf(entry.getKey()));
            out.append(": ");
            write(out, entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? ",\n" : "\n");
        }
        indent(out, depth);
        out.append('}');
    }

    private static void array(StringBuilder out, Collection<?> list, int depth) {
        boolean flat = list.stream().noneMatch(v -> v instanceof Map || v instanceof Collection);
        out.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext()) {
            if (!flat) {
                out.append('\n');
                indent(out, depth + 1);
            }
            write(out, values.next(), depth + 1);
            if (values.hasNext()) out.append(flat ? ", " : ",");
        }
        if (!flat) {
            out.append('\n');
            indent(out, depth);
        }
        out.append(']');
    }

    private static void indent(StringBuilder out, int depth) {
        out.repeat("  ", depth);
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < 0x20) out.append("\\u%04x".formatted(c));
                    else out.append((char) c);
                }
            }
        });
        out.append('"');
    }
}
