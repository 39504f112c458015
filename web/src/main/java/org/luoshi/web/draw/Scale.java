package org.luoshi.web.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Straight mapping from values to positions on a drawing.
///
/// @param low value drawn at `start`
/// @param high value drawn at `end`
/// @param start position, in drawing units
/// @param end position; smaller than `start` for an axis that rises on the page
record Scale(double low, double high, double start, double end) {

    double at(double value) {
        if (high == low) return (start + end) / 2;
        return start + (value - low) / (high - low) * (end - start);
    }

    /// About `wanted` round values (1, 2 or 5 times a power of ten) that cover the scale's range.
    static List<BigDecimal> ticks(double low, double high, int wanted) {
        double range = high - low;
        if (range <= 0) return List.of(BigDecimal.valueOf(low).stripTrailingZeros());
        double raw = range / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = raw / power <= 1 ? power : raw / power <= 2 ? 2 * power : raw / power <= 5 ? 5 * power : 10 * power;
        BigDecimal exact = new BigDecimal(step, new MathContext(3, RoundingMode.HALF_UP));
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = exact.multiply(BigDecimal.valueOf(Math.floor(low / step)));
        for (; tick.doubleValue() <= high + step * 1e-9; tick = tick.add(exact)) ticks.add(tick);
        if (ticks.getLast().doubleValue() < high) ticks.add(tick);
        return ticks;
    }

    /// A coordinate as SVG wants it: one decimal, point as separator.
    static String write(double position) {
        return String.format(Locale.ROOT, "%.1f", position);
    }
}
