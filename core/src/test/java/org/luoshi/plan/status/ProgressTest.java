package org.luoshi.plan.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.luoshi.pack.Indicator.Direction;
import org.luoshi.pack.Indicator.Range;
import org.luoshi.pack.Plan;

class ProgressTest {

    private static final LocalDate START = LocalDate.of(2024, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    @Test
    void aStraightPathAsksForHalfAtHalfTime() {
        TargetPath path = path(false, point(START, 0), point(END, 730));
        assertThat(path.expected(START.minusDays(9))).isEqualByComparingTo("0");
        assertThat(path.expected(START.plusDays(100))).isEqualByComparingTo("200");
        assertThat(path.expected(END.plusDays(9))).isEqualByComparingTo("730");
    }

    @Test
    void declaredPointsBendThePathAndAYesOrNoStepsOnlyOnItsDay() {
        TargetPath bent = path(false, point(START, 0), point(START.plusDays(100), 10), point(END, 100));
        assertThat(bent.expected(START.plusDays(50))).isEqualByComparingTo("5");
        TargetPath step = path(true, point(START, 0), point(END, 1));
        assertThat(step.expected(END.minusDays(1))).isEqualByComparingTo("0");
        assertThat(step.expected(END)).isEqualByComparingTo("1");
        assertThat(step.firstAsks()).isEqualTo(END);
    }

    @Test
    void aPartOfAWholeThingIsNotAskedYet() {
        TargetPath up = path(false, point(START, 0), point(END, 12));
        BigDecimal asked = up.asked(START.plusDays(9), 0);
        assertThat(asked).isEqualByComparingTo("0");
        Progress none = Progress.of(
                Direction.CUMULATIVE,
                null,
                new Progress.Position(BigDecimal.ZERO, asked, BigDecimal.valueOf(12), BigDecimal.ZERO));
        assertThat(none.ratio()).isEqualByComparingTo("1");
        assertThat(none.gap()).isEqualByComparingTo("0");
        assertThat(up.asked(START.plusDays(31), 0)).isEqualByComparingTo("1");
        TargetPath down = path(false, point(START, 12), point(END, 0));
        assertThat(down.asked(START.plusDays(9), 0)).isEqualByComparingTo("12");
        assertThat(down.asked(END, 0)).isEqualByComparingTo("0");
    }

    @Test
    void wayMadeIsComparedWithWayAskedInEitherDirection() {
        Progress up = Progress.of(Direction.UP, null, at(60, 70, 80, 65));
        assertThat(up.ratio()).isEqualByComparingTo("0.5");
        assertThat(up.gap()).isEqualByComparingTo("-5");
        Progress down = Progress.of(Direction.DOWN, null, at(60, 50, 40, 45));
        assertThat(down.ratio()).isEqualByComparingTo("1.5");
        assertThat(down.gap()).isEqualByComparingTo("5");
        assertThat(down.reached()).isFalse();
        assertThat(Progress.of(Direction.DOWN, null, at(60, 50, 40, 40)).reached()).isTrue();
    }

    @Test
    void aTargetThatEqualsItsBaselineMeansHold() {
        assertThat(Progress.of(Direction.UP, null, at(90, 90, 90, 91)).ratio()).isGreaterThan(BigDecimal.ONE);
        assertThat(Progress.of(Direction.UP, null, at(90, 90, 90, 81)).ratio()).isEqualByComparingTo("0.9");
        assertThat(Progress.of(Direction.DOWN, null, at(90, 90, 90, 99)).ratio()).isEqualByComparingTo("0.9");
        assertThat(Progress.of(Direction.CUMULATIVE, null, at(0, 0, 10, 0)).ratio()).isEqualByComparingTo("1");
    }

    @Test
    void insideTheRangeIsOnPathOutsideIsMeasuredAgainstTheWayBack() {
        Range range = new Range(BigDecimal.valueOf(85), BigDecimal.valueOf(95));
        assertThat(Progress.of(Direction.RANGE, range, at(65, 75, 90, 88)).ratio()).isEqualByComparingTo("1");
        Progress half = Progress.of(Direction.RANGE, range, at(65, 75, 90, 70));
        assertThat(half.ratio()).isEqualByComparingTo("0.5");
        assertThat(half.gap()).isEqualByComparingTo("-5");
        assertThat(Progress.of(Direction.RANGE, range, at(90, 90, 90, 98)).ratio()).isEqualByComparingTo("0.7");
    }

    /// On the path is ratio 1 and gap 0, whatever the direction; a better figure never has a smaller ratio.
    @Property
    void onThePathIsOneAndBetterIsNeverLess(
            @ForAll @IntRange(min = -100, max = 100) int baseline,
            @ForAll @IntRange(min = 1, max = 100) int way,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(min = -50, max = 50) int ahead,
            @ForAll boolean up) {
        int sign = up ? 1 : -1;
        BigDecimal expected = BigDecimal.valueOf(baseline)
                .add(BigDecimal.valueOf((long) sign * way * percent).movePointLeft(2));
        BigDecimal target = BigDecimal.valueOf(baseline + sign * way);
        Direction direction = up ? Direction.UP : Direction.DOWN;
        Progress on = Progress.of(
                direction, null, new Progress.Position(BigDecimal.valueOf(baseline), expected, target, expected));
        assertThat(on.ratio()).isEqualByComparingTo("1");
        assertThat(on.gap()).isEqualByComparingTo("0");
        Progress other = Progress.of(direction, null, new Progress.Position(
                BigDecimal.valueOf(baseline), expected, target, expected.add(BigDecimal.valueOf((long) sign * ahead))));
        assertThat(Integer.signum(other.ratio().compareTo(BigDecimal.ONE))).isEqualTo(Integer.signum(ahead));
        assertThat(other.gap()).isEqualByComparingTo(BigDecimal.valueOf(ahead));
    }

    private static Progress.Position at(int baseline, int expected, int target, int actual) {
        return new Progress.Position(
                BigDecimal.valueOf(baseline),
                BigDecimal.valueOf(expected),
                BigDecimal.valueOf(target),
                BigDecimal.valueOf(actual));
    }

    private static Plan.Point point(LocalDate by, int value) {
        return new Plan.Point(by, BigDecimal.valueOf(value));
    }

    private static TargetPath path(boolean stepwise, Plan.Point... points) {
        return new TargetPath(List.of(points), stepwise);
    }
}
