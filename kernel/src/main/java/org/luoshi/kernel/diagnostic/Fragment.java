package org.luoshi.kernel.diagnostic;

/// What is underlined on one line.
///
/// @param from first column, in code points from 1
/// @param to column after the last one; equal to `from` where something is missing
/// @param words to stand beside it; may be empty
record Fragment(int from, int to, boolean primary, String words) {

    Fragment left(int columns, int width) {
        return new Fragment(clip(from - columns, width), clip(to - columns, width), primary, words);
    }

    private static int clip(int column, int width) {
        return Math.clamp(column, 1, width);
    }
}
