package org.luoshi.web.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A schematic map: one labelled cell a district, neighbours kept as far as a grid allows.
///
/// A rate shades the cell in at most five classes; a count is a circle whose area is the count. No data is hatched,
/// which is different from zero.
public record DistrictMap(int width, int height, List<Cell> cells, List<Legend> legend) {

    /// What one district has.
    ///
    /// @param rate shades the cell; null: no data
    /// @param count draws a circle; null: none drawn
    /// @param words the figures in words, for the tooltip and the screen reader
    public record Place(
            int column,
            int row,
            String unit,
            String name,
            String href,
            @Nullable BigDecimal rate,
            @Nullable Long count,
            String words) {}

    /// @param shade 1 (least) to 5 (most), 0 for no data, 9 for a map of counts only, which shades nothing
    /// @param squeezed whether the name is wider than its cell and must be drawn narrower
    /// @param radius of the count's circle, 0 for none
    public record Cell(
            double x, double y, String name, boolean squeezed, String href, int shade, double radius, String figure, String words) {}

    /// @param shade 0 for the hatched class of no data
    public record Legend(int shade, String words) {}

    public static final double SIDE_X = 78;
    public static final double SIDE_Y = 62;
    private static final double GAP = 4;
    private static final double LARGEST = 13;
    private static final int PLAIN = 9;

    /// @param write how a rate is written, in cells and breaks
    /// @param noData how the hatched class is called
    public static DistrictMap draw(List<Place> places, Function<BigDecimal, String> write, String noData) {
        List<BigDecimal> breaks = breaks(places);
        long most = places.stream()
                .map(Place::count)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        int left = places.stream().mapToInt(Place::column).min().orElse(0);
        int top = places.stream().mapToInt(Place::row).min().orElse(0);
        List<Cell> cells = new ArrayList<>();
        double width = 0;
        double height = 0;
        boolean countsOnly = places.stream().allMatch(p -> p.rate() == null);
        for (Place place : places) {
            double x = (place.column() - left) * (SIDE_X + GAP);
            double y = (place.row() - top) * (SIDE_Y + GAP);
            Long count = place.count();
            BigDecimal rate = place.rate();
            double radius =
                    count == null || count == 0 || most == 0 ? 0 : Math.max(3, LARGEST * Math.sqrt((double) count / most));
            String figure = rate != null ? write.apply(rate) : countsOnly && count != null ? count.toString() : "";
            int shade = countsOnly && count != null ? PLAIN : shade(rate, breaks);
            String name = fit(place.name());
            cells.add(new Cell(x, y, name, squeezed(name), place.href(), shade, radius, figure, place.words()));
            width = Math.max(width, x + SIDE_X);
            height = Math.max(height, y + SIDE_Y);
        }
        return new DistrictMap((int) width, (int) height, cells, legend(places, breaks, write, noData));
    }

    /// Widths in full-width characters: what stands in a cell as it is, and what can be squeezed into it.
    private static final double ROOM = 4.8;

    private static final double MOST = 7.5;

    private static double width(String name) {
        return name.codePoints().mapToDouble(point -> point < 0x2E80 ? 0.55 : 1).sum();
    }

    private static boolean squeezed(String name) {
        return width(name) > ROOM;
    }

    private static String fit(String name) {
        String kept = name;
        while (width(kept) > MOST) kept = kept.substring(0, kept.length() - 1);
        return kept.length() == name.length() ? name : kept + "…";
    }

    /// Upper bounds of the classes: fifths of the values, fewer where values repeat.
    static List<BigDecimal> breaks(List<Place> places) {
        List<BigDecimal> values = places.stream()
                .map(Place::rate)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        List<BigDecimal> breaks = new ArrayList<>();
        for (int fifth = 1; fifth <= 5 && !values.isEmpty(); fifth++) {
            BigDecimal bound = values.get(Math.max(0, (int) Math.ceil(values.size() * fifth / 5.0) - 1));
            if (breaks.isEmpty() || bound.compareTo(breaks.getLast()) > 0) breaks.add(bound);
        }
        return breaks;
    }

    private static int shade(@Nullable BigDecimal rate, List<BigDecimal> breaks) {
        if (rate == null) return 0;
        for (int i = 0; i < breaks.size(); i++) {
            if (rate.compareTo(breaks.get(i)) <= 0) return i + 1;
        }
        return breaks.size();
    }

    private static List<Legend> legend(
            List<Place> places, List<BigDecimal> breaks, Function<BigDecimal, String> write, String noData) {
        List<Legend> legend = new ArrayList<>();
        BigDecimal from = places.stream()
                .map(Place::rate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        for (int i = 0; i < breaks.size(); i++) {
            String upper = write.apply(breaks.get(i));
            String lower = from == null ? upper : write.apply(from);
            legend.add(new Legend(i + 1, lower.equals(upper) ? upper : (i == 0 ? "" : ">") + lower + "–" + upper));
            from = breaks.get(i);
        }
        boolean countsOnly = places.stream().allMatch(p -> p.rate() == null);
        if (places.stream().anyMatch(p -> p.rate() == null && !(countsOnly && p.count() != null)))
            legend.add(new Legend(0, noData));
        return legend;
    }
}
