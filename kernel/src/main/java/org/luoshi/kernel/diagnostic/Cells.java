package org.luoshi.kernel.diagnostic;

import java.util.Arrays;

/// How wide text stands in a terminal.
///
/// Chinese characters, full-width forms and most emoji take two cells, combining marks none, all others one.
/// Source of the wide ranges: Unicode Standard Annex 11, classes W and F.
final class Cells {

    private static final int TAB_STOP = 4;

    /// First and last code points in turn.
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
        0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF,
        0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E,
        0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440,
        0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595,
        0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5,
        0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C,
        0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Cells() {}

    /// Width of one character of [#shown] text: 0, 1 or 2.
    static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    static int width(String shown) {
        return shown.codePoints().map(Cells::width).sum();
    }

    /// A line as it may safely stand in a terminal: tabs as spaces, controls and marks that reverse the writing
    /// direction as visible signs, lone surrogates as the replacement character.
    static String shown(String line) {
        StringBuilder shown = new StringBuilder();
        int column = 0;
        for (int codePoint : line.codePoints().toArray()) {
            String sign = codePoint == '\t' ? " ".repeat(TAB_STOP - column % TAB_STOP) : visible(codePoint);
            shown.append(sign);
            column += width(sign);
        }
        return shown.toString();
    }

    /// Cells before a column of a line; a column past the end counts one cell for each missing character.
    ///
    /// @param column in code points from 1
    static int before(String line, int column) {
        int length = line.codePointCount(0, line.length());
        int present = Math.min(column - 1, length);
        return width(shown(line.substring(0, line.offsetByCodePoints(0, present)))) + column - 1 - present;
    }

    private static String visible(int codePoint) {
        if (codePoint < ' ') return Character.toString(0x2400 + codePoint);
        if (codePoint == 0x7F) return "\u2421";
        boolean unsafe = Character.isISOControl(codePoint)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        return unsafe ? "\uFFFD" : Character.toString(codePoint);
    }

    private static boolean isWide(int codePoint) {
        int at = Arrays.binarySearch(WIDE, codePoint);
        return at >= 0 || (-at - 1) % 2 == 1; // an odd insertion point lies inside a range
    }
}
