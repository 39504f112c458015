package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.unit.Validity;

/// Whose figures a change of units or trees can touch, and from which day on.
final class TreeChange {

    /// Pairs of a unit and one above it that came or went since a moment, with the days on which they held.
    private static final String PAIRS =
            """
            select unit, ancestor, basis, valid_from, valid_to, true as now from luoshi.unit_ancestor
             where known_from > ?::timestamptz
            union all
            select unit, ancestor, basis, valid_from, valid_to, false from luoshi.unit_ancestor_history
             where known_from <= ?::timestamptz and known_to > ?::timestamptz""";

    private static final String UNITS =
            """
            select id from luoshi.unit where known_from > ?::timestamptz
            union select id from luoshi.unit_history where known_to > ?::timestamptz""";

    private final DSLContext database;
    private final Object since;

    /// @param since changes known later count
    TreeChange(DSLContext database, Instant since) {
        this.database = database;
        this.since = since.atOffset(ZoneOffset.UTC);
    }

    private record Pair(String unit, String ancestor, String basis) {}

    private static final class Days {
        private final List<Validity> before = new ArrayList<>();
        private final List<Validity> after = new ArrayList<>();

        /// The first day on which it did not hold before and does after, or the reverse.
        @Nullable LocalDate firstDifference() {
            TreeSet<LocalDate> bounds = new TreeSet<>();
            for (List<Validity> all : List.of(before, after)) {
                for (Validity days : all) {
                    bounds.add(days.from());
                    if (days.to() != null) bounds.add(days.to());
                }
            }
            return bounds.stream().filter(day -> holds(before, day) != holds(after, day)).findFirst().orElse(null);
        }

        private static boolean holds(List<Validity> all, LocalDate day) {
            return all.stream().anyMatch(days -> days.contains(day));
        }
    }

    /// Unit → the first day on which other units are below it; null where the unit itself is another.
    Map<String, @Nullable LocalDate> touched() {
        Map<Pair, Days> pairs = new HashMap<>();
        for (Record row : database.fetch(PAIRS, since, since, since)) {
            Pair pair = new Pair(
                    row.get("unit", String.class), row.get("ancestor", String.class), row.get("basis", String.class));
            Days days = pairs.computeIfAbsent(pair, unused -> new Days());
            (row.get("now", Boolean.class) ? days.after : days.before)
                    .add(new Validity(row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class)));
        }
        Map<String, @Nullable LocalDate> touched = new HashMap<>();
        pairs.forEach((pair, days) -> {
            LocalDate first = days.firstDifference();
            if (first != null) touched.merge(pair.ancestor(), first, (a, b) -> a.isBefore(b) ? a : b);
        });
        database.fetch(UNITS, since, since).forEach(row -> touched.put(row.get(0, String.class), null));
        return touched;
    }
}
