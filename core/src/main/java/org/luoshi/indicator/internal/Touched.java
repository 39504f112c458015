package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;

/// Which units and periods some changes touch.
final class Touched {

    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private boolean whole;
    private @Nullable LocalDate first;

    private record Key(String unit, LocalDate period) {}

    /// Parallel arrays.
    record Keys(String[] units, LocalDate[] first, LocalDate[] last) {}

    void add(@Nullable String unit, @Nullable LocalDate period) {
        if (unit == null || period == null) {
            whole = true;
            return;
        }
        keys.add(new Key(unit, period));
        units.add(unit);
        if (first == null || period.isBefore(first)) first = period;
    }

    void addAll(Touched other) {
        whole |= other.whole;
        other.keys.forEach(key -> add(key.unit(), key.period()));
    }

    void addAll() {
        whole = true;
    }

    /// Those of about the same age together: few old ones would draw the many new ones back in time.
    List<Touched> byAge(LocalDate today) {
        Map<Integer, Touched> ages = new TreeMap<>();
        keys.forEach(key -> ages.computeIfAbsent(age(today, key.period()), unused -> new Touched())
                .add(key.unit(), key.period()));
        return List.copyOf(ages.values());
    }

    private static int age(LocalDate today, LocalDate period) {
        return period.isAfter(today.minusDays(100)) ? 0 : period.isAfter(today.minusDays(500)) ? 1 : 2;
    }

    boolean whole() {
        return whole;
    }

    Set<String> units() {
        return units;
    }

    /// Null when nothing or everything is touched.
    @Nullable LocalDate first() {
        return first;
    }

    Keys keys(PeriodKind kind) {
        return new Keys(
                keys.stream().map(Key::unit).toArray(String[]::new),
                keys.stream().map(Key::period).toArray(LocalDate[]::new),
                keys.stream().map(key -> Period.of(kind, key.period()).end()).toArray(LocalDate[]::new));
    }
}
