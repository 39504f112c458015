package org.luoshi.indicator;

import java.util.List;

/// The figures of one indicator that moved between two moments, newest period first.
///
/// @param moved as many as were asked for
/// @param total how many moved
/// @param compared how many figures either moment has
public record Restatements(List<Restatement> moved, long total, long compared) {
    public Restatements {
        moved = List.copyOf(moved);
    }
}
