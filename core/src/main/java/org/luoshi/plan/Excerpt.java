package org.luoshi.plan;

import java.util.List;

/// The first rows of something longer.
///
/// @param total how many there are in all
public record Excerpt<T>(List<T> rows, int total) {

    public Excerpt {
        rows = List.copyOf(rows);
        if (total < rows.size()) {
            throw new IllegalArgumentException("%d rows of %d".formatted(rows.size(), total));
        }
    }

    public boolean isWhole() {
        return rows.size() == total;
    }
}
