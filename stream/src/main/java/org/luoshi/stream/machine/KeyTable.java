package org.luoshi.stream.machine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// States by key: open addressing with linear probing, one reference a place, at most half full.
final class KeyTable {

    private @Nullable KeyState[] places = new KeyState[1 << 10];
    private int size;

    KeyState get(long key) {
        int mask = places.length - 1;
        int place = place(key, mask);
        for (KeyState state; (state = places[place]) != null; place = place + 1 & mask)
            if (state.key == key) return state;
        KeyState state = new KeyState(key);
        put(state);
        return state;
    }

    /// @param state of a key that is not in the table
    void put(KeyState state) {
        if (++size * 2 > places.length) grow();
        settle(state);
    }

    List<KeyState> sorted() {
        return Arrays.stream(places)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(state -> state.key))
                .toList();
    }

    int size() {
        return size;
    }

    private void grow() {
        @Nullable KeyState[] before = places;
        places = new KeyState[before.length * 2];
        for (KeyState state : before) if (state != null) settle(state);
    }

    private void settle(KeyState state) {
        int mask = places.length - 1;
        int place = place(state.key, mask);
        while (places[place] != null) place = place + 1 & mask;
        places[place] = state;
    }

    /// Fibonacci hashing: ids that follow one another are spread.
    private static int place(long key, int mask) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }
}
