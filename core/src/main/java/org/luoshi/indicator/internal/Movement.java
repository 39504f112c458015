package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the partial sums of one unit and period moved.
///
/// @param slots what the sums grew by, null where they stay; of an extreme, the new one where it is another
/// @param weaker places, counted from 1, of extremes that no longer reach what they were
record Movement(Touched.Key key, long records, @Nullable BigDecimal[] slots, NavigableSet<Integer> weaker) {

    /// Whether any of the places moves, or how many records there are.
    boolean moves(Collection<Integer> places) {
        return records != 0 || weakens(places) || places.stream().anyMatch(place -> slots[place - 1] != null);
    }

    boolean moves(int place) {
        return slots[place - 1] != null || weaker.contains(place);
    }

    boolean weakens(Collection<Integer> places) {
        return places.stream().anyMatch(weaker::contains);
    }

    /// As an array in SQL.
    static String literal(@Nullable BigDecimal[] slots) {
        return Arrays.stream(slots)
                .map(slot -> slot == null ? "NULL" : slot.toPlainString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
