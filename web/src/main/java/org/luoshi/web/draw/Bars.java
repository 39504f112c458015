package org.luoshi.web.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Horizontal bars from zero, one a unit, name left and figure right.
///
/// @param zero position of zero: left, unless there are negative values
public record Bars(int width, int height, double zero, List<Row> rows) {

    /// @param value null: no data, no bar
    public record Bar(String name, String href, @Nullable BigDecimal value) {}

    public record Row(double y, String name, String href, double x, double width, double end, String figure) {}

    private static final int WIDTH = 560;
    private static final double LEFT = 150;
    private static final double RIGHT = 480;
    private static final int LINE = 26;

    public static Bars draw(List<Bar> bars, Function<@Nullable BigDecimal, String> write) {
        double most = bars.stream()
                .map(Bar::value)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        double least = bars.stream()
                .map(Bar::value)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElse(0);
        Scale x = new Scale(Math.min(0, least), most <= 0 ? (least < 0 ? 0 : 1) : most, LEFT, RIGHT);
        List<Row> rows = new ArrayList<>();
        double y = 4;
        for (Bar bar : bars) {
            double end = bar.value() == null ? x.at(0) : x.at(bar.value().doubleValue());
            rows.add(new Row(
                    y,
                    bar.name(),
                    bar.href(),
                    Math.min(x.at(0), end),
                    Math.abs(end - x.at(0)),
                    Math.max(x.at(0), end) + 6,
                    write.apply(bar.value())));
            y += LINE;
        }
        return new Bars(WIDTH, (int) y + 4, x.at(0), rows);
    }
}
