package org.luoshi.kernel.diagnostic;

import java.util.Comparator;

/// A stretch of a file.
///
/// @param file path from the packs folder, with `/`
/// @param from first character
/// @param to just after the last one; equal to `from` where something is missing
public record Span(String file, Position from, Position to) implements Comparable<Span> {

    private static final Comparator<Span> ORDER =
            Comparator.comparing(Span::file).thenComparing(Span::from).thenComparing(Span::to);

    public Span {
        if (to.compareTo(from) < 0)
            throw new IllegalArgumentException("%s: need from not after to, got %s and %s".formatted(file, from, to));
    }

    /// The file as a whole, shown without an excerpt: something is missing from it, or it cannot be read.
    public static Span ofFile(String file) {
        return new Span(file, Position.START, Position.START);
    }

    /// On one line.
    ///
    /// @param length in code points
    public static Span of(String file, int line, int column, int length) {
        Position from = new Position(line, column);
        return new Span(file, from, from.right(length));
    }

    public boolean isWholeFile() {
        return from.equals(Position.START) && to.equals(Position.START);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + from;
    }
}
