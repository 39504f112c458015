package org.luoshi.kernel.diagnostic;

import java.util.Comparator;

/// A place between two characters of a file.
///
/// @param line from 1
/// @param column from 1, in code points: a Chinese character, a tab and an emoji are one each
public record Position(int line, int column) implements Comparable<Position> {

    /// The very beginning.
    public static final Position START = new Position(1, 1);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    public Position {
        if (line < 1 || column < 1)
            throw new IllegalArgumentException("need line and column from 1, got %d:%d".formatted(line, column));
    }

    /// So many code points further on the same line.
    public Position right(int columns) {
        return new Position(line, column + columns);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
