package org.luoshi.web.draw;

/// How templates write a position on a drawing.
public final class Coordinate {

    private Coordinate() {}

    public static String write(double position) {
        return Scale.write(position);
    }
}
