package org.luoshi.briefing.internal.pdf;

/// Measures of GB/T 9704 in points: A4, margins 37/26/35/28 mm (top, right, bottom, left), so a type area of
/// 156 × 225 mm, which holds 22 lines of 28 characters.
public final class Grid {

    private static final double MM = 72 / 25.4;

    public static final double PAGE_WIDTH = 210 * MM;
    public static final double PAGE_HEIGHT = 297 * MM;
    public static final double LEFT = 28 * MM;
    public static final double TOP = 37 * MM;
    public static final double BOTTOM = 35 * MM;

    public static final int CHARACTERS = 28;
    public static final int LINES = 22;

    /// 三号 is nominally 16 pt, but 28 characters of 16 pt are wider than 156 mm: 15.75 pt is what fits.
    public static final double SIZE = 15.75;

    /// 225 mm in 22 lines, rounded down to what word processors can set.
    public static final double PITCH = 28.95;

    public static final double WIDTH = CHARACTERS * SIZE;

    /// 二号.
    public static final double TITLE_SIZE = 22;

    /// 四号.
    static final double FOLIO_SIZE = 14;

    /// The page number's dash is 7 mm below the type area.
    static final double FOLIO_DROP = 7 * MM;

    /// 五号, two lines of a table on one line of the grid.
    static final double TABLE_SIZE = 10.5;

    /// 小五.
    static final double SMALL_TABLE_SIZE = 9;

    static final double TABLE_PITCH = PITCH / 2;

    /// From the top of the em box to the baseline, as a share of the size; all four faces agree.
    private static final double ASCENT = 0.88;

    private Grid() {}

    /// Baseline of text whose em box is centred in a line.
    ///
    /// @param top distance of the line's top from the top of the type area
    static double baseline(double top, double pitch, double size) {
        return PAGE_HEIGHT - TOP - top - (pitch - size) / 2 - ASCENT * size;
    }

    /// The same for a text line of the grid, counted from 0.
    public static double baseline(int line) {
        return baseline(line * PITCH, PITCH, SIZE);
    }
}
