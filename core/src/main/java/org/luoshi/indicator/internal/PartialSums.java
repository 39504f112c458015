package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.internal.Slot.Part;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.expression.Sql;

/// The stored partial sums of one source: what each unit's own records add in each period.
///
/// A changed record takes away what it added as of the moment up to which the sums are kept, and adds what it adds now.
/// Sums of decimals are exact, so that nothing drifts. An extreme that leaves is looked for among the records.
final class PartialSums {

    private final DSLContext database;
    private final Model model;
    private final SourceLayout layout;
    private final ZoneId zone;

    PartialSums(DSLContext database, Model model, SourceLayout layout, ZoneId zone) {
        this.database = database;
        this.model = model;
        this.layout = layout;
        this.zone = zone;
    }

    /// Columns as made by [FactSql#partials].
    static Sql stored(SourceLayout layout) {
        return Sql.of("select unit, period, records, slots from luoshi.indicator_partial where source = ?", layout.id());
    }

    /// All of them anew. Made in a table of their own first: a query that writes nothing may run on several processors.
    void rebuild() {
        database.execute("delete from luoshi.indicator_partial where source = ?", layout.id());
        database.execute("drop table if exists pg_temp.rebuilt_partial");
        Query.execute(
                database,
                Sql.of("create temp table rebuilt_partial on commit drop as ").then(facts(null).partials(null)));
        database.execute(
                "insert into luoshi.indicator_partial (source, unit, period, records, slots)"
                        + " select ?, t.unit, t.period, t.records, t.slots from pg_temp.rebuilt_partial as t",
                layout.id());
        // the roll-up that follows in this transaction needs to know how many there are
        database.execute("analyze luoshi.indicator_partial");
    }

    /// Makes them take the touched records and keys into account.
    ///
    /// @param known moment up to which they are kept
    List<Movement> follow(Touched touched, Instant known) {
        Map<Touched.Key, Rolled> before = new HashMap<>();
        Map<Touched.Key, Rolled> after = new HashMap<>();
        if (!touched.records().isEmpty()) {
            before.putAll(read(facts(known).partialsOf(touched.records())));
            after.putAll(read(facts(null).partialsOf(touched.records())));
        }
        Set<Touched.Key> keys = new LinkedHashSet<>(touched.keys());
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        if (keys.isEmpty()) return List.of();
        Map<Touched.Key, Rolled> old = read(Sql.of(
                "select p.unit, p.period, p.records, p.slots from luoshi.indicator_partial as p"
                        + " join unnest(?::text[], ?::date[]) as k(unit, period) on p.unit = k.unit and p.period = k.period"
                        + " where p.source = ?",
                units(keys),
                periods(keys),
                layout.id()));
        Map<Touched.Key, Rolled> fresh = new LinkedHashMap<>();
        Set<Touched.Key> again = new HashSet<>(touched.keys());
        for (Touched.Key key : keys) {
            if (again.contains(key)) continue;
            Rolled moved = moved(of(old, key), of(before, key), of(after, key));
            if (moved == null) again.add(key);
            else fresh.put(key, moved);
        }
        if (!again.isEmpty()) {
            again.forEach(key -> fresh.put(key, Rolled.EMPTY));
            fresh.putAll(read(facts(null).partials(Sql.of(
                    "select * from unnest(?::text[], ?::date[], ?::date[])", units(again), periods(again), ends(again)))));
        }
        write(fresh);
        List<Movement> movements = new ArrayList<>();
        fresh.forEach((key, now) -> movements.add(movement(key, of(old, key), now)));
        return movements;
    }

    /// The sums after the difference of some records; null where an extreme left, so that only the records know.
    private @Nullable Rolled moved(Rolled old, Rolled before, Rolled after) {
        @Nullable BigDecimal[] slots = new BigDecimal[layout.slots().size()];
        for (int i = 0; i < slots.length; i++) {
            BigDecimal was = old.slot(i);
            BigDecimal leaves = before.slot(i);
            BigDecimal comes = after.slot(i);
            Part part = layout.slots().get(i).part();
            if (!part.isExtreme()) slots[i] = plus(plus(was, leaves == null ? null : leaves.negate()), comes);
            else if (leaves == null || was != null && (part.isStronger(was, leaves) || comes != null && !part.isStronger(was, comes)))
                slots[i] = part.stronger(was, comes);
            else return null;
        }
        return new Rolled(old.records() - before.records() + after.records(), slots);
    }

    private Movement movement(Touched.Key key, Rolled old, Rolled now) {
        @Nullable BigDecimal[] slots = new BigDecimal[layout.slots().size()];
        NavigableSet<Integer> weaker = new TreeSet<>();
        for (int i = 0; i < slots.length; i++) {
            BigDecimal was = old.slot(i);
            BigDecimal is = now.slot(i);
            Part part = layout.slots().get(i).part();
            if (!part.isExtreme()) {
                BigDecimal more = plus(is, was == null ? null : was.negate());
                // the first value may be 0: a sum of 0 is not no sum
                slots[i] = more == null || more.signum() == 0 && was != null ? null : more;
            } else if (was != null && (is == null || part.isStronger(was, is))) weaker.add(i + 1);
            else if (is != null && (was == null || part.isStronger(is, was))) slots[i] = is;
        }
        return new Movement(key, now.records() - old.records(), slots, weaker);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private void write(Map<Touched.Key, Rolled> fresh) {
        int size = layout.slots().size();
        database.query(
                        "insert into luoshi.indicator_partial (source, unit, period, records, slots)"
                                + " select ?, k.unit, k.period, k.records, k.slots::numeric[]"
                                + " from unnest(?::text[], ?::date[], ?::bigint[], ?::text[]) as k(unit, period, records, slots)"
                                + " on conflict (source, unit, period) do update"
                                + " set records = excluded.records, slots = excluded.slots",
                        layout.id(),
                        units(fresh.keySet()),
                        periods(fresh.keySet()),
                        fresh.values().stream().map(Rolled::records).toArray(Long[]::new),
                        fresh.values().stream()
                                .map(sums -> Movement.literal(sums.slots().length == 0 ? new BigDecimal[size] : sums.slots()))
                                .toArray(String[]::new))
                .execute();
    }

    private FactSql facts(@Nullable Instant moment) {
        return new FactSql(model, layout, zone, moment);
    }

    private Map<Touched.Key, Rolled> read(Sql partials) {
        int size = layout.slots().size();
        String slots = IntStream.rangeClosed(1, size).mapToObj(", t.slots[%d]"::formatted).collect(Collectors.joining());
        Map<Touched.Key, Rolled> found = new HashMap<>();
        for (Record row : Query.fetch(database, Sql.template("select t.unit, t.period, t.records" + slots + " from (#) as t", partials))) {
            @Nullable BigDecimal[] values = new BigDecimal[size];
            for (int i = 0; i < size; i++) values[i] = row.get(i + 3, BigDecimal.class);
            found.put(new Touched.Key(row.get(0, String.class), row.get(1, LocalDate.class)), new Rolled(row.get(2, Long.class), values));
        }
        return found;
    }

    private static Rolled of(Map<Touched.Key, Rolled> sums, Touched.Key key) {
        Rolled found = sums.get(key);
        return found == null ? Rolled.EMPTY : found;
    }

    private static String[] units(Collection<Touched.Key> keys) {
        return keys.stream().map(Touched.Key::unit).toArray(String[]::new);
    }

    private static LocalDate[] periods(Collection<Touched.Key> keys) {
        return keys.stream().map(Touched.Key::period).toArray(LocalDate[]::new);
    }

    private LocalDate[] ends(Collection<Touched.Key> keys) {
        return keys.stream().map(key -> Period.of(layout.source().period(), key.period()).end()).toArray(LocalDate[]::new);
    }
}
