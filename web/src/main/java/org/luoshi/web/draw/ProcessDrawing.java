package org.luoshi.web.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.pack.process.Drawing;
import org.luoshi.pack.process.Node;
import org.luoshi.pack.process.ProcessDefinition;

/// A process as its author drew it, with where a case has been and where it is.
///
/// @param x left edge of what is drawn, in the drawing's own pixels
public record ProcessDrawing(double x, double y, double width, double height, List<Shape> shapes, List<Line> lines) {

    /// @param kind `start`, `end`, `task`, `exclusive`, `inclusive` or `parallel`
    /// @param state `here`, `done` or `ahead`
    /// @param words title in lines that fit
    public record Shape(String id, String kind, double x, double y, double width, double height, String state, List<String> words) {

        public double middleX() {
            return x + width / 2;
        }

        public double middleY() {
            return y + height / 2;
        }

        /// Baseline of a line of the title.
        public double baseline(int line) {
            return middleY() - (words.size() - 1) * LINE / 2 + line * LINE + 5;
        }
    }

    /// @param path for `d`
    /// @param upright whether the words stand beside an upright stretch rather than above a level one
    public record Line(String path, String words, double wordsX, double wordsY, boolean upright) {}

    private static final double MARGIN = 16;
    private static final double LINE = 18;
    /// Width of a Chinese character; Latin letters take about half.
    private static final double EM = 14;

    /// @param titles element → its title in the reader's language
    /// @param here elements at which the case is
    /// @param done elements that it has passed
    /// @param authorsWords whether the author's own words on the lines are in the reader's language
    public static ProcessDrawing draw(
            ProcessDefinition process, Map<String, String> titles, Set<String> here, Set<String> done, boolean authorsWords) {
        Drawing drawing = process.drawing();
        Drawing.Box extent = drawing.extent();
        List<Shape> shapes = new ArrayList<>();
        for (Node node : process.graph().nodes()) {
            Drawing.Box box = drawing.boxes().get(node.id());
            if (box == null) continue;
            String state = here.contains(node.id()) ? "here" : done.contains(node.id()) ? "done" : "ahead";
            String title = node instanceof Node.Task || node instanceof Node.Decision ? titles.getOrDefault(node.id(), "") : "";
            shapes.add(new Shape(
                    node.id(), kind(node), box.x(), box.y(), box.width(), box.height(), state, wrap(title, box.width() - 12)));
        }
        List<Line> lines = new ArrayList<>();
        drawing.lines().forEach((flow, points) -> lines.add(line(points, authorsWords ? drawing.words().getOrDefault(flow, "") : "")));
        return new ProcessDrawing(
                extent.x() - MARGIN,
                extent.y() - MARGIN,
                extent.width() + 2 * MARGIN,
                extent.height() + 2 * MARGIN,
                shapes,
                lines);
    }

    private static String kind(Node node) {
        return switch (node) {
            case Node.Start _ -> "start";
            case Node.End _ -> "end";
            case Node.Task _, Node.Decision _ -> "task";
            case Node.Gateway gateway ->
                switch (gateway.kind()) {
                    case EXCLUSIVE -> "exclusive";
                    case INCLUSIVE -> "inclusive";
                    case PARALLEL -> "parallel";
                };
        };
    }

    private static Line line(List<Drawing.Point> points, String words) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            path.append(i == 0 ? "M" : "L")
                    .append(Coordinate.write(points.get(i).x()))
                    .append(' ')
                    .append(Coordinate.write(points.get(i).y()));
        }
        if (points.size() < 2) return new Line(path.toString(), "", 0, 0, false);
        Drawing.Point a = points.get((points.size() - 1) / 2);
        Drawing.Point b = points.get((points.size() - 1) / 2 + 1);
        boolean upright = Math.abs(a.x() - b.x()) < Math.abs(a.y() - b.y());
        double x = (a.x() + b.x()) / 2;
        double y = (a.y() + b.y()) / 2;
        return new Line(path.toString(), words, upright ? x + 6 : x, upright ? y + 4 : y - 5, upright);
    }

    private static List<String> wrap(String title, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String part : title.split("(?<= )|(?<=[\\u2E80-\\uFFFF])", -1)) {
            double width = part.codePoints().mapToDouble(c -> c < 0x2E80 ? EM * 0.55 : EM).sum();
            if (used + width > room && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
                used = 0;
            }
            line.append(part);
            used += width;
        }
        if (!line.isEmpty()) lines.add(line.toString().strip());
        return lines;
    }
}
