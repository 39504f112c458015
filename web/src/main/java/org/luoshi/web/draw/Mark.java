package org.luoshi.web.draw;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a [Picture]. Colours are `#RRGGBB`; a position is in the picture's own units, from the top left corner.
public sealed interface Mark {

    record Spot(double x, double y) {

        /// Reads the points of a polyline: `10,20 30,40`.
        static List<Spot> read(String points) {
            List<Spot> spots = new ArrayList<>();
            for (String pair : points.strip().split("\\s+", -1)) {
                int comma = pair.indexOf(',');
                if (comma > 0)
                    spots.add(new Spot(
                            Double.parseDouble(pair.substring(0, comma)), Double.parseDouble(pair.substring(comma + 1))));
            }
            return spots;
        }
    }

    /// @param fill null for hatching: there is no data
    /// @param line null for none
    record Box(double x, double y, double width, double height, @Nullable String fill, @Nullable String line)
            implements Mark {}

    record Stroke(List<Spot> spots, String colour, double width) implements Mark {
        public Stroke {
            spots = List.copyOf(spots);
        }

        static Stroke of(double x, double y, double toX, double toY, String colour, double width) {
            return new Stroke(List.of(new Spot(x, y), new Spot(toX, toY)), colour, width);
        }
    }

    record Disc(double x, double y, double radius, String fill) implements Mark {}

    /// @param y of the baseline
    /// @param room that the words may take: wider ones are squeezed; 0 for as wide as they are
    record Words(double x, double y, String text, double size, boolean strong, String colour, Anchor anchor, double room)
            implements Mark {}

    /// Which part of the words is at their position.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
