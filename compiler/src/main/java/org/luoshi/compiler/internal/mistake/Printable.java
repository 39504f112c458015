package org.luoshi.compiler.internal.mistake;

/// What somebody wrote, made fit for one line of a report.
public final class Printable {

    private static final int LONGEST = 60;

    private Printable() {}

    /// Control characters become spaces, and what is longer than 60 characters ends in `…`.
    public static String of(String written) {
        int[] points = written.codePoints()
                .limit(LONGEST + 1L)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .toArray();
        return points.length <= LONGEST
                ? new String(points, 0, points.length)
                : new String(points, 0, LONGEST - 1) + "…";
    }
}
