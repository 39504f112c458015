package org.luoshi.web.draw;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.draw.Mark.Anchor;
import org.luoshi.web.draw.Mark.Box;
import org.luoshi.web.draw.Mark.Disc;
import org.luoshi.web.draw.Mark.Spot;
import org.luoshi.web.draw.Mark.Stroke;
import org.luoshi.web.draw.Mark.Words;

/// A drawing that leaves the house: by itself, on white, with its title above and where it comes from below, so that it
/// still says what it is in somebody's slides.
public record Picture(double width, double height, String title, List<Mark> marks) {

    static final String INK = "#14181D";
    static final String SECONDARY = "#4A545E";
    static final String HAIRLINE = "#D5DBE0";
    static final String CONTROL = "#7B8792";
    static final String SERIES = "#0F5C63";

    /// Classes of a map, least to most; no data is hatched.
    private static final List<String> ORDER = List.of("#DDEFEF", "#A9D3D4", "#6FB1B4", "#388A8F", "#0F5C63");

    private static final double MARGIN = 24;
    private static final double HEAD = 76;
    private static final double LINE = 20;
    private static final double LEAST_WIDTH = 480;

    public Picture {
        marks = List.copyOf(marks);
    }

    /// What stands around a drawing.
    ///
    /// @param foot source, moment and the like, a line each
    public record Frame(String title, String subtitle, List<String> foot) {
        public Frame {
            foot = List.copyOf(foot);
        }
    }

    public static Picture of(PathChart chart, Frame frame) {
        List<Mark> marks = new ArrayList<>();
        for (PathChart.Tick tick : chart.values()) {
            marks.add(Stroke.of(chart.left(), tick.at(), chart.right(), tick.at(), HAIRLINE, 1));
            marks.add(words(chart.left() - 8, tick.at() + 4, tick.label(), Anchor.END));
        }
        for (PathChart.Tick tick : chart.dates()) {
            marks.add(Stroke.of(tick.at(), chart.bottom(), tick.at(), chart.bottom() + 5, CONTROL, 1));
            marks.add(words(tick.at(), chart.bottom() + 20, tick.label(), Anchor.MIDDLE));
        }
        marks.add(Stroke.of(chart.left(), chart.bottom(), chart.right(), chart.bottom(), CONTROL, 1));
        if (!chart.actual().isEmpty()) marks.add(new Stroke(Spot.read(chart.actual()), SERIES, 2.5));
        chart.dots().forEach(dot -> marks.add(new Disc(dot.x(), dot.y(), 3, SERIES)));
        chart.labels().forEach(label -> marks.add(new Words(
                chart.right() + 8, label.y() + 4, label.words(), 12, true, SERIES, Anchor.START, 0)));
        return framed(chart.width(), chart.height(), marks, frame);
    }

    public static Picture of(Bars bars, Frame frame) {
        List<Mark> marks = new ArrayList<>();
        for (Bars.Row row : bars.rows()) {
            marks.add(words(142, row.y() + 16, row.name(), Anchor.END));
            marks.add(new Box(row.x(), row.y() + 3, row.width(), 18, SERIES, null));
            marks.add(words(row.end(), row.y() + 16, row.figure(), Anchor.START));
        }
        marks.add(Stroke.of(bars.zero(), 0, bars.zero(), bars.height(), CONTROL, 1));
        return framed(bars.width(), bars.height(), marks, frame);
    }

    public static Picture of(DistrictMap map, Frame frame) {
        List<Mark> marks = new ArrayList<>();
        for (DistrictMap.Cell cell : map.cells()) {
            boolean plain = cell.shade() > ORDER.size();
            String ink = cell.shade() == ORDER.size() ? "#FFFFFF" : INK;
            marks.add(new Box(
                    cell.x(), cell.y(), DistrictMap.SIDE_X, DistrictMap.SIDE_Y,
                    plain ? "#FFFFFF" : fill(cell.shade()), plain ? CONTROL : HAIRLINE));
            double room = cell.squeezed() ? DistrictMap.SIDE_X - 12 : 0;
            marks.add(new Words(cell.x() + 7, cell.y() + 21, cell.name(), 14, false, ink, Anchor.START, room));
            marks.add(new Words(cell.x() + 7, cell.y() + 49, cell.figure(), 14, true, ink, Anchor.START, 0));
            if (cell.radius() > 0) marks.add(new Disc(cell.x() + 60, cell.y() + 43, cell.radius(), SERIES));
        }
        double x = 0;
        double y = map.height() + 16;
        for (DistrictMap.Legend entry : map.legend()) {
            marks.add(new Box(x, y, 20, 12, fill(entry.shade()), HAIRLINE));
            marks.add(words(x + 26, y + 11, entry.words(), Anchor.START));
            x += 44 + 8.0 * entry.words().length();
        }
        return framed(map.width(), y + 16, marks, frame);
    }

    private static @Nullable String fill(int shade) {
        return shade == 0 ? null : ORDER.get(Math.min(shade, ORDER.size()) - 1);
    }

    /// One figure, large.
    public static Picture ofFigure(String figure, String unit, Frame frame) {
        return framed(
                LEAST_WIDTH,
                56,
                List.of(new Words(0, 44, figure + " " + unit, 44, true, INK, Anchor.START, 0)),
                frame);
    }

    /// @param rows first the heads; of each row first its name
    public static Picture ofTable(List<List<String>> rows, Frame frame) {
        double name = 130;
        double column = 76;
        List<Mark> marks = new ArrayList<>();
        double y = 14;
        double width = name + column * (rows.getFirst().size() - 1);
        for (List<String> row : rows) {
            boolean head = row == rows.getFirst();
            for (int i = 0; i < row.size(); i++) {
                double x = i == 0 ? 0 : name + column * i;
                Anchor anchor = i == 0 ? Anchor.START : Anchor.END;
                marks.add(new Words(x, y, row.get(i), 13, head, head ? SECONDARY : INK, anchor, i == 0 ? 0 : column - 6));
            }
            marks.add(Stroke.of(0, y + 7, width, y + 7, HAIRLINE, 1));
            y += 24;
        }
        return framed(width, y, marks, frame);
    }

    private static Words words(double x, double y, String text, Anchor anchor) {
        return new Words(x, y, text, 12, false, SECONDARY, anchor, 0);
    }

    private static Picture framed(double width, double height, List<Mark> drawing, Frame frame) {
        double across = Math.max(width, LEAST_WIDTH);
        List<Mark> marks = new ArrayList<>();
        double foot = HEAD + height + 28;
        double whole = foot + LINE * frame.foot().size();
        marks.add(new Box(0, 0, across + 2 * MARGIN, whole, "#FFFFFF", null));
        marks.add(new Words(MARGIN, 34, frame.title(), 20, true, INK, Anchor.START, across));
        marks.add(new Words(MARGIN, 58, frame.subtitle(), 13, false, SECONDARY, Anchor.START, across));
        drawing.forEach(mark -> marks.add(moved(mark)));
        for (String line : frame.foot()) {
            marks.add(new Words(MARGIN, foot, line, 12, false, SECONDARY, Anchor.START, across));
            foot += LINE;
        }
        return new Picture(across + 2 * MARGIN, whole, frame.title(), marks);
    }

    private static Mark moved(Mark mark) {
        return switch (mark) {
            case Box box -> new Box(box.x() + MARGIN, box.y() + HEAD, box.width(), box.height(), box.fill(), box.line());
            case Stroke stroke -> new Stroke(moved(stroke.spots()), stroke.colour(), stroke.width());
            case Disc disc -> new Disc(disc.x() + MARGIN, disc.y() + HEAD, disc.radius(), disc.fill());
            case Words words -> new Words(
                    words.x() + MARGIN, words.y() + HEAD, words.text(), words.size(), words.strong(), words.colour(),
                    words.anchor(), words.room());
        };
    }

    private static List<Spot> moved(List<Spot> spots) {
        return spots.stream().map(spot -> new Spot(spot.x() + MARGIN, spot.y() + HEAD)).toList();
    }
}
