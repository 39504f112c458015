package org.luoshi.compiler.internal.yaml;

import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;

/// How a scalar is written in its file: maps offsets in the value to places in the file.
///
/// @param file code points of the whole file
/// @param start index of the scalar's first code point, its quote included
/// @param end index after its last one
public record Written(int[] file, int start, int end, Style style) {

    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /// The place of the value's code points `from` to `to`, or the whole scalar where lines were folded.
    Span span(Span whole, int from, int to) {
        if (style == Style.BLOCK || !whole.from().right(end - start).equals(whole.to())) {
            return whole;
        }
        int first = index(from);
        int last = Math.max(first, to > from ? after(to - 1) : first);
        Position begin = whole.from().right(first - start);
        return new Span(whole.file(), begin, whole.from().right(Math.min(last, end) - start));
    }

    private int after(int offset) {
        int at = index(offset);
        return Math.min(end, at + width(at));
    }

    private int index(int offset) {
        int at = style == Style.PLAIN ? start : start + 1;
        for (int i = 0; i < offset && at < end; i++) {
            at += width(at);
        }
        return Math.min(at, end);
    }

    /// How many characters of the file make one of the value.
    private int width(int at) {
        if (at >= end) return 0;
        if (style == Style.SINGLE_QUOTED && file[at] == '\'') return 2;
        if (style == Style.DOUBLE_QUOTED && file[at] == '\\' && at + 1 < end) {
            return switch (file[at + 1]) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }
        return 1;
    }
}
