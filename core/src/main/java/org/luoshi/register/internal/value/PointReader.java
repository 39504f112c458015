package org.luoshi.register.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.register.Point;

/// Longitude, then latitude, in degrees: `104.0668,30.5728`.
final class PointReader {

    private static final Pattern PAIR =
            Pattern.compile("\\(?\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,;、\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*\\)?");
    private static final int DECIMALS = 7;
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);

    private PointReader() {}

    static Point read(String text) throws BadValue {
        Matcher pair = PAIR.matcher(Plain.halfWidth(text));
        if (!pair.matches()) {
            throw new BadValue(
                    "「%s」不是经纬度；写作 104.0668,30.5728".formatted(NumberReader.shorten(text)),
                    "\"%s\" is not longitude,latitude; write 104.0668,30.5728".formatted(NumberReader.shorten(text)));
        }
        return new Point(new BigDecimal(pair.group(1)), new BigDecimal(pair.group(2)));
    }

    static Point check(Point point) throws BadValue {
        if (point.latitude().abs().compareTo(QUARTER_TURN) > 0 && point.longitude().abs().compareTo(QUARTER_TURN) <= 0) {
            throw new BadValue(
                    "经纬度颠倒了：先经度，后纬度", "longitude and latitude are swapped: longitude comes first");
        }
        if (point.longitude().abs().compareTo(HALF_TURN) > 0 || point.latitude().abs().compareTo(QUARTER_TURN) > 0) {
            throw new BadValue(
                    "经度在 ±180、纬度在 ±90 之内，这里是 " + point,
                    "longitude is within ±180 and latitude within ±90, got " + point);
        }
        return new Point(
                point.longitude().setScale(DECIMALS, RoundingMode.HALF_EVEN),
                point.latitude().setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
