package org.luoshi.web.draw;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a figure is, where it should be and where it is going: actual line, expected path, target, forecast band.
///
/// @param actual points attribute of a polyline, empty where there is no data
/// @param band path attribute of the forecast's 80% band, empty where there is no forecast
/// @param today position of the day the chart speaks of
public record PathChart(
        int width,
        int height,
        double left,
        double right,
        double top,
        double bottom,
        List<Tick> dates,
        List<Tick> values,
        String actual,
        List<Dot> dots,
        String expected,
        String forecast,
        String band,
        @Nullable Double target,
        @Nullable Double today,
        List<EndLabel> labels) {

    /// A value on a day.
    public record Point(LocalDate on, BigDecimal value) {}

    /// What a forecast says of a day: middle and the bounds of the central 80%.
    public record Band(LocalDate on, BigDecimal low, BigDecimal middle, BigDecimal high) {}

    public record Tick(double at, String label) {}

    public record Dot(double x, double y, String label) {}

    /// A line's own name beside its end, instead of a legend.
    ///
    /// @param series `actual`, `expected`, `forecast` or `target`
    public record EndLabel(String series, double y, String words) {}

    /// What to draw. Lists in order of date.
    public record Data(
            List<Point> actual,
            List<Point> expected,
            List<Band> forecast,
            @Nullable BigDecimal target,
            @Nullable LocalDate today) {

        public boolean isEmpty() {
            return actual.isEmpty() && expected.isEmpty();
        }
    }

    /// Names of the series in the reader's language.
    public record Names(String actual, String expected, String forecast, String target) {}

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final double LEFT = 56;
    private static final double RIGHT = 620;
    private static final double TOP = 16;
    private static final double BOTTOM = 264;
    private static final double LINE = 18;

    /// @throws IllegalArgumentException where there is nothing to draw
    public static PathChart draw(Data data, Names names, Function<BigDecimal, String> write) {
        List<LocalDate> days = Stream.of(
                        data.actual().stream().map(Point::on),
                        data.expected().stream().map(Point::on),
                        data.forecast().stream().map(Band::on))
                .flatMap(s -> s)
                .sorted()
                .toList();
        if (days.isEmpty()) throw new IllegalArgumentException("a chart needs at least one point");
        LocalDate first = days.getFirst();
        LocalDate last = days.getLast().isAfter(first) ? days.getLast() : first.plusDays(1);
        List<BigDecimal> all = new ArrayList<>();
        all.add(BigDecimal.ZERO);
        data.actual().forEach(p -> all.add(p.value()));
        data.expected().forEach(p -> all.add(p.value()));
        data.forecast().forEach(b -> all.addAll(List.of(b.low(), b.high())));
        if (data.target() != null) all.add(data.target());
        double low = all.stream().min(Comparator.naturalOrder()).orElseThrow().doubleValue();
        double high = all.stream().max(Comparator.naturalOrder()).orElseThrow().doubleValue();
        List<BigDecimal> steps = Scale.ticks(low, high == low ? low + 1 : high, 5);
        Scale y = new Scale(steps.getFirst().doubleValue(), steps.getLast().doubleValue(), BOTTOM, TOP);
        Scale x = new Scale(0, ChronoUnit.DAYS.between(first, last), LEFT, RIGHT);

        List<EndLabel> labels = new ArrayList<>();
        if (!data.actual().isEmpty()) {
            BigDecimal value = data.actual().getLast().value();
            labels.add(new EndLabel("actual", y.at(value.doubleValue()), names.actual() + " " + write.apply(value)));
        }
        if (!data.forecast().isEmpty()) {
            BigDecimal middle = data.forecast().getLast().middle();
            labels.add(new EndLabel(
                    "forecast", y.at(middle.doubleValue()), names.forecast() + " " + write.apply(middle)));
        }
        if (data.target() != null) {
            labels.add(new EndLabel(
                    "target", y.at(data.target().doubleValue()), names.target() + " " + write.apply(data.target())));
        } else if (!data.expected().isEmpty()) {
            BigDecimal value = data.expected().getLast().value();
            labels.add(
                    new EndLabel("expected", y.at(value.doubleValue()), names.expected() + " " + write.apply(value)));
        }
        LocalDate today = data.today();
        boolean shown = today != null && !today.isBefore(first) && !today.isAfter(last);
        return new PathChart(
                WIDTH,
                HEIGHT,
                LEFT,
                RIGHT,
                TOP,
                BOTTOM,
                months(first, last, x),
                steps.stream().map(v -> new Tick(y.at(v.doubleValue()), write.apply(v))).toList(),
                line(data.actual(), first, x, y),
                data.actual().stream()
                        .map(p -> new Dot(
                                x.at(ChronoUnit.DAYS.between(first, p.on())),
                                y.at(p.value().doubleValue()),
                                p.on() + "  " + write.apply(p.value())))
                        .toList(),
                line(data.expected(), first, x, y),
                line(data.forecast().stream().map(b -> new Point(b.on(), b.middle())).toList(), first, x, y),
                band(data.forecast(), first, x, y),
                data.target() == null ? null : y.at(data.target().doubleValue()),
                shown ? x.at(ChronoUnit.DAYS.between(first, today)) : null,
                apart(labels));
    }

    private static String line(List<Point> points, LocalDate first, Scale x, Scale y) {
        StringBuilder line = new StringBuilder();
        for (Point p : points) {
            if (!line.isEmpty()) line.append(' ');
            line.append(Scale.write(x.at(ChronoUnit.DAYS.between(first, p.on()))))
                    .append(',')
                    .append(Scale.write(y.at(p.value().doubleValue())));
        }
        return line.toString();
    }

    private static String band(List<Band> bands, LocalDate first, Scale x, Scale y) {
        if (bands.isEmpty()) return "";
        String upper = line(bands.stream().map(b -> new Point(b.on(), b.high())).toList(), first, x, y);
        String lower = line(
                bands.reversed().stream().map(b -> new Point(b.on(), b.low())).toList(), first, x, y);
        return upper + " " + lower;
    }

    /// Month starts; every third, sixth or twelfth month where the chart is long.
    private static List<Tick> months(LocalDate first, LocalDate last, Scale x) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(first, last));
        int every = months <= 8 ? 1 : months <= 26 ? 3 : 12;
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            if (month.isBefore(first) || (month.getMonthValue() - 1) % every != 0) continue;
            ticks.add(new Tick(x.at(ChronoUnit.DAYS.between(first, month)), month.toString().substring(0, 7)));
        }
        if (ticks.isEmpty()) ticks.add(new Tick(x.at(0), first.toString()));
        return ticks;
    }

    /// Keeps labels a line apart, without changing their order.
    private static List<EndLabel> apart(List<EndLabel> labels) {
        List<EndLabel> sorted =
                labels.stream().sorted(Comparator.comparingDouble(EndLabel::y)).toList();
        List<EndLabel> placed = new ArrayList<>();
        double free = TOP;
        for (EndLabel label : sorted) {
            double at = Math.max(label.y(), free);
            placed.add(new EndLabel(label.series(), at, label.words()));
            free = at + LINE;
        }
        double over = free - LINE - BOTTOM;
        if (over <= 0) return placed;
        return placed.stream()
                .map(l -> new EndLabel(l.series(), l.y() - over, l.words()))
                .toList();
    }
}
