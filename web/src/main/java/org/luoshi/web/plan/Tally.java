package org.luoshi.web.plan;

import java.util.ArrayList;
import java.util.List;

/// Commitments by status, gravest first.
public record Tally(List<StatusCount> counts) {

    public Tally {
        counts = List.copyOf(counts);
    }

    public int total() {
        return counts.stream().mapToInt(StatusCount::count).sum();
    }

    /// A stretch of the bar that shows the tally.
    ///
    /// @param x and width in percent of the bar
    public record Stretch(String colour, double x, double width) {}

    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int total = Math.max(1, total());
        double x = 0;
        for (StatusCount count : counts) {
            double width = 100.0 * count.count() / total;
            stretches.add(new Stretch(count.tag().colour(), x, width));
            x += width;
        }
        return stretches;
    }
}
