package org.luoshi.kernel.lookup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What our own code has put somewhere and therefore finds there; a miss is our broken promise and says what is missing.
public final class Known {

    private Known() {}

    /// @throws IllegalStateException naming a key that the map does not hold
    public static <K, V> V in(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) throw new IllegalStateException("no %s among %s".formatted(key, map.keySet()));
        return value;
    }

    /// @param what the thing in a few words, e.g. `the parent of archive/lock`
    /// @throws IllegalStateException naming it, if it is null
    public static <T> T present(@Nullable T value, String what) {
        if (value == null) throw new IllegalStateException("there is no " + what);
        return value;
    }
}
