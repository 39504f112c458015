package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Indicator;

/// How far along the path a figure is.
///
/// @param ratio way made ÷ way expected, 1 is on path, below 0 is a step back; 1 or more where nothing is expected yet
/// @param gap distance from the path towards better, in the figure's unit: negative is short
/// @param reached the target is met
public record Progress(BigDecimal ratio, BigDecimal gap, boolean reached) {

    /// Where a figure stands.
    public record Position(BigDecimal baseline, BigDecimal expected, BigDecimal target, BigDecimal actual) {}

    /// @param range only for direction `RANGE`
    public static Progress of(Indicator.Direction direction, Indicator.@Nullable Range range, Position at) {
        return switch (direction) {
            case UP, CUMULATIVE, BINARY -> towards(at, at.target().compareTo(at.baseline()) >= 0);
            case DOWN -> towards(at, at.target().compareTo(at.baseline()) > 0);
            case RANGE -> {
                if (range == null) {
                    throw new IllegalArgumentException("direction `range` without a range");
                }
                yield into(range, at);
            }
        };
    }

    /// A target that equals its baseline means "hold": below it (above it for down) is short by its own measure.
    private static Progress towards(Position at, boolean upwards) {
        BigDecimal way = at.actual().subtract(at.baseline());
        BigDecimal asked = at.expected().subtract(at.baseline());
        BigDecimal ahead = at.actual().subtract(at.expected());
        BigDecimal gap = upwards ? ahead : ahead.negate();
        boolean reached = upwards
                ? at.actual().compareTo(at.target()) >= 0
                : at.actual().compareTo(at.target()) <= 0;
        if (asked.signum() != 0) {
            return new Progress(quotient(way, asked), gap, reached);
        }
        BigDecimal all = at.target().subtract(at.baseline()).abs().max(at.baseline().abs());
        BigDecimal ratio = all.signum() == 0 ? hold(gap) : BigDecimal.ONE.add(quotient(gap, all));
        return new Progress(ratio, gap, reached);
    }

    private static BigDecimal hold(BigDecimal gap) {
        return gap.signum() >= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /// Inside the range is on path. Outside, the distance is set against the baseline's, or the range's width where
    /// the baseline was inside.
    private static Progress into(Indicator.Range range, Position at) {
        BigDecimal away = distance(range, at.actual());
        if (away.signum() == 0) {
            return new Progress(BigDecimal.ONE, BigDecimal.ZERO, true);
        }
        BigDecimal start = distance(range, at.baseline());
        BigDecimal allowed = distance(range, at.expected());
        BigDecimal asked = start.subtract(allowed);
        BigDecimal ratio = asked.signum() > 0
                ? quotient(start.subtract(away), asked)
                : BigDecimal.ONE.subtract(
                        quotient(away.subtract(allowed), range.to().subtract(range.from()).max(BigDecimal.ONE)));
        return new Progress(ratio, allowed.subtract(away), false);
    }

    private static BigDecimal distance(Indicator.Range range, BigDecimal value) {
        return range.from().subtract(value).max(value.subtract(range.to())).max(BigDecimal.ZERO);
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        return a.divide(b, MathContext.DECIMAL64);
    }
}
