package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;

/// Figures as people write them, with their unit.
final class Amount {

    private Amount() {}

    static Text of(BigDecimal value, Indicator indicator) {
        String number = number(value, indicator.decimals());
        UnitOfMeasure unit = indicator.unit();
        if (unit.symbol().equals("percent")) {
            return Text.same(number + "%");
        }
        if (unit.isPureNumber()) {
            return Text.same(number);
        }
        // 个, 项, 家: a Chinese counter has no counterpart after an English number
        boolean counter = unit.symbol().codePoints().allMatch(Character::isIdeographic);
        return counter
                ? new Text(number + " " + unit.symbol(), number + (isThing(unit) ? "" : " " + unit.after(value).en()))
                : Text.same(number + " " + unit.symbol());
    }

    /// Distance between two figures: percentages differ by points.
    static Text distance(BigDecimal value, Indicator indicator) {
        if (indicator.unit().symbol().equals("percent")) {
            String number = number(value.abs(), indicator.decimals());
            return new Text(number + " 个百分点", number + " points");
        }
        return of(value.abs(), indicator);
    }

    /// At most `decimals` digits after the point, no zeros at the end.
    static String number(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static boolean isThing(UnitOfMeasure unit) {
        return unit.dimension().equals(org.luoshi.kernel.measure.Dimension.base(unit.symbol()));
    }
}
