package org.luoshi.pack.process;

import java.util.List;
import java.util.Map;

/// Where a process's nodes and flows stand, as its author drew them (BPMN DI). Lengths in the drawing's own pixels,
/// x to the right and y down.
///
/// @param boxes node → its box
/// @param lines flow → the points of its line, from its source on
/// @param words of nodes and flows as the author wrote them in the modeller; what has none is absent
public record Drawing(Map<String, Box> boxes, Map<String, List<Point>> lines, Map<String, String> words) {

    public Drawing {
        boxes = Map.copyOf(boxes);
        lines = Map.copyOf(lines);
        words = Map.copyOf(words);
    }

    public record Box(double x, double y, double width, double height) {}

    public record Point(double x, double y) {}

    /// The smallest box around everything drawn; empty at the origin where nothing is.
    public Box extent() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Box box : boxes.values()) {
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.x() + box.width());
            bottom = Math.max(bottom, box.y() + box.height());
        }
        for (List<Point> line : lines.values()) {
            for (Point point : line) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return right < left ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }
}
