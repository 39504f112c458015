package org.luoshi.web.draw;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bars over a calendar, one row each, with milestones and a line for today.
///
/// @param height of the whole drawing, rows included
public record Timeline(int width, int height, double left, double right, List<Tick> months, List<Row> rows, @Nullable Double today) {

    /// What to draw as one row.
    ///
    /// @param tone style of the bar, from the status
    public record Bar(String title, String href, LocalDate from, LocalDate to, String tone, String status, List<Stone> stones) {}

    /// A milestone 节点.
    ///
    /// @param state how it stands: `done`, `late` or nothing for one to come
    public record Stone(LocalDate due, String title, String state) {}

    public record Tick(double at, String label, boolean year) {}

    public record Row(double y, String title, String full, String href, double x, double width, String tone, String status, List<Mark> marks) {}

    public record Mark(double x, String title, String state) {}

    private static final int WIDTH = 1100;
    private static final double LEFT = 330;
    private static final double RIGHT = 1090;
    private static final int HEAD = 36;
    private static final int LINE = 30;
    /// Full-width characters that fit left of the bars.
    private static final int TITLE = 22;

    public static Timeline draw(List<Bar> bars, LocalDate from, LocalDate to, LocalDate today) {
        LocalDate start = from.withDayOfMonth(1);
        LocalDate end = to.isAfter(start) ? to : start.plusMonths(1);
        Scale x = new Scale(0, ChronoUnit.DAYS.between(start, end), LEFT, RIGHT);
        List<Row> rows = new ArrayList<>();
        double y = HEAD;
        for (Bar bar : bars) {
            double left = x.at(days(start, clamp(bar.from(), start, end)));
            double right = x.at(days(start, clamp(bar.to(), start, end)));
            List<Mark> marks = bar.stones().stream()
                    .filter(s -> !s.due().isBefore(start) && !s.due().isAfter(end))
                    .map(s -> new Mark(x.at(days(start, s.due())), s.due() + " " + s.title(), s.state()))
                    .toList();
            rows.add(new Row(
                    y,
                    shorten(bar.title()),
                    bar.title(),
                    bar.href(),
                    left,
                    Math.max(3, right - left),
                    bar.tone(),
                    bar.status(),
                    marks));
            y += LINE;
        }
        boolean shown = !today.isBefore(start) && !today.isAfter(end);
        return new Timeline(
                WIDTH, (int) y + 8, LEFT, RIGHT, months(start, end, x), rows, shown ? x.at(days(start, today)) : null);
    }

    private static List<Tick> months(LocalDate start, LocalDate end, Scale x) {
        long length = ChronoUnit.MONTHS.between(start, end);
        int every = length <= 14 ? 1 : length <= 40 ? 3 : 12;
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate month = start; month.isBefore(end); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % every != 0) continue;
            boolean year = ticks.isEmpty() || month.getMonthValue() == 1;
            String label = year ? month.toString().substring(0, 7) : month.toString().substring(5, 7);
            ticks.add(new Tick(x.at(days(start, month)), label, year));
        }
        return ticks;
    }

    /// Latin letters are about half as wide as Chinese characters.
    private static String shorten(String title) {
        double room = TITLE;
        StringBuilder kept = new StringBuilder();
        for (int point : title.codePoints().toArray()) {
            room -= point < 0x2E80 ? 0.55 : 1;
            if (room < 0) return kept.append('…').toString();
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }

    private static LocalDate clamp(LocalDate date, LocalDate start, LocalDate end) {
        return date.isBefore(start) ? start : date.isAfter(end) ? end : date;
    }

    private static long days(LocalDate start, LocalDate date) {
        return ChronoUnit.DAYS.between(start, date);
    }
}
