package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.expression.Sql;

/// The kept sums of units with everything below them: moved by what partial sums moved, or rolled up anew from them.
final class KeptSums {

    private final DSLContext database;
    private final Model model;
    private final Rolling rolling;
    private final RollUpSql.Members members;
    private final ZoneId zone;
    private final NavigableSet<Integer> places;
    private final LocalDate last;

    /// @param ancestors as made by [org.luoshi.access.Units#ancestors]
    /// @param today later periods are not kept
    KeptSums(DSLContext database, Model model, Rolling rolling, String ancestors, ZoneId zone, LocalDate today) {
        this.database = database;
        this.model = model;
        this.rolling = rolling;
        this.members = new RollUpSql.Members(ancestors, rolling.basis());
        this.zone = zone;
        this.places = model.places(rolling.layout(), rolling.accumulate());
        this.last = Period.of(kind(), today).start();
    }

    /// Rolls up anew.
    ///
    /// @param units null for all
    /// @param from first day, or null for all
    void rebuild(@Nullable Set<String> units, @Nullable LocalDate from) {
        LocalDate first = from == null ? RollUpSql.BEGINNING : Period.of(kind(), from).start();
        rollUp(units, first, last);
        if (!rolling.layout().exact().isEmpty()) exact(units, firstKept(units, first), last);
    }

    /// @return whether anything moved
    boolean follow(List<Movement> movements) {
        List<Movement> mine = movements.stream()
                .filter(movement -> !movement.key().period().isAfter(last))
                .filter(movement -> movement.moves(places) || !rolling.layout().exact().isEmpty())
                .toList();
        if (mine.isEmpty()) return false;
        add(mine);
        List<Movement> weaker = mine.stream().filter(movement -> movement.weakens(places)).toList();
        scopes(weaker).forEach(scope -> rollUp(scope.units(), scope.first(), scope.last()));
        if (!rolling.layout().exact().isEmpty())
            scopes(mine).forEach(scope -> exact(scope.units(), scope.first(), scope.last()));
        return true;
    }

    /// @param units with everything above them
    private record Scope(Set<String> units, LocalDate first, LocalDate last) {}

    /// What shows some movements: their periods, or where sums run, everything from the first of them on.
    private List<Scope> scopes(List<Movement> movements) {
        Map<LocalDate, Set<String>> byPeriod = new TreeMap<>();
        for (Movement movement : movements)
            byPeriod.computeIfAbsent(movement.key().period(), unused -> new TreeSet<>()).add(movement.key().unit());
        List<Scope> scopes = new ArrayList<>();
        if (rolling.accumulate() == Accumulate.WITHIN) {
            byPeriod.forEach((period, units) -> scopes.add(new Scope(above(units), period, period)));
        } else if (!byPeriod.isEmpty()) {
            Set<String> units = byPeriod.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            scopes.add(new Scope(above(units), byPeriod.keySet().iterator().next(), last));
        }
        return scopes;
    }

    private Set<String> above(Set<String> units) {
        return Query.fetch(
                        database,
                        Sql.of(
                                "select distinct a.ancestor from " + members.ancestors() + " as a where a.unit = any(?)",
                                (Object) units.toArray(String[]::new)))
                .stream()
                .map(row -> row.get(0, String.class))
                .collect(Collectors.toSet());
    }

    private void add(List<Movement> movements) {
        PeriodKind kind = kind();
        String step = PeriodSql.step(kind);
        String spread = rolling.accumulate() == Accumulate.WITHIN
                ? "(select d.period) as q(period)"
                : "generate_series(d.period, ?::date, " + step + ") as q(period)";
        String year = rolling.accumulate() == Accumulate.YEAR_TO_DATE
                ? " where " + PeriodSql.year(kind, "q.period") + " = " + PeriodSql.year(kind, "d.period")
                : "";
        String sums = slots(
                i -> "%s(d.slots[%d])".formatted(part(i).combine, i), i -> "null::numeric");
        String merged = slots(
                i -> (switch (part(i)) {
                            case LOWEST -> "least(s.slots[%1$d], excluded.slots[%1$d])";
                            case HIGHEST -> "greatest(s.slots[%1$d], excluded.slots[%1$d])";
                            default -> "coalesce(s.slots[%1$d] + excluded.slots[%1$d], s.slots[%1$d], excluded.slots[%1$d])";
                        })
                        .formatted(i),
                "s.slots[%d]"::formatted);
        List<Object> bindings = new ArrayList<>(List.of(rolling.layout().id(), rolling.along(), rolling.basis()));
        bindings.add(movements.stream().map(movement -> movement.key().unit()).toArray(String[]::new));
        bindings.add(movements.stream().map(movement -> movement.key().period()).toArray(LocalDate[]::new));
        bindings.add(movements.stream().map(Movement::records).toArray(Long[]::new));
        bindings.add(movements.stream().map(movement -> Movement.literal(movement.slots())).toArray(String[]::new));
        if (rolling.accumulate() != Accumulate.WITHIN) bindings.add(last);
        Query.execute(
                database,
                new Sql(
                        "insert into luoshi.indicator_sum as s (source, accumulate, basis, unit, period, records, slots)"
                                + " select ?, ?, ?, m.ancestor, q.period::date, sum(d.records)::bigint, array[" + sums + "]::numeric[]"
                                + " from (select k.unit, k.period, k.records, k.slots::numeric[] as slots"
                                + " from unnest(?::text[], ?::date[], ?::bigint[], ?::text[]) as k(unit, period, records, slots)) as d"
                                + " cross join lateral " + spread
                                + members.join("d.unit", PeriodSql.end(kind, "q.period")) + year
                                + " group by m.ancestor, q.period"
                                + " on conflict (source, accumulate, basis, unit, period) do update"
                                + " set records = s.records + excluded.records, slots = array[" + merged + "]::numeric[]",
                        bindings));
    }

    private void rollUp(@Nullable Set<String> units, LocalDate first, LocalDate to) {
        delete(units, first, to);
        if (first.isAfter(to)) return;
        RollUpSql sql = new RollUpSql(rolling.layout(), rolling.accumulate(), places, members, first, to);
        Sql partials = PartialSums.stored(rolling.layout());
        String slots = slots("o.s%d"::formatted, i -> "null::numeric");
        Query.execute(
                database,
                Sql.of(
                                "insert into luoshi.indicator_sum (source, accumulate, basis, unit, period, records, slots)"
                                        + " select ?, ?, ?, o.ancestor, o.period, o.records, array[" + slots + "]::numeric[] from (",
                                rolling.layout().id(),
                                rolling.along(),
                                rolling.basis())
                        .then(sql.over(partials, units))
                        .then(") as o"));
    }

    private void delete(@Nullable Set<String> units, LocalDate first, LocalDate to) {
        Sql sql = where("delete from luoshi.indicator_sum", units);
        boolean everything = first.equals(RollUpSql.BEGINNING) && to.equals(last);
        Query.execute(database, everything ? sql : sql.then(Sql.of(" and period between ?::date and ?::date", first, to)));
    }

    /// What does not add up, from the records.
    private void exact(@Nullable Set<String> units, LocalDate first, LocalDate to) {
        if (first.isAfter(to)) return;
        RollUpSql window = new RollUpSql(rolling.layout(), rolling.accumulate(), places, members, first, to);
        FactSql facts = new FactSql(model, rolling.layout(), zone, null);
        List<String> names = IntStream.rangeClosed(1, rolling.layout().exact().size()).mapToObj("e%d"::formatted).toList();
        Query.execute(
                database,
                Sql.of("update luoshi.indicator_sum as s set exact = array["
                                + names.stream().map("x.%s::numeric"::formatted).collect(Collectors.joining(", ")) + "] from (")
                        .then(facts.exact(window, units == null ? null : RollUpSql.list(units)))
                        .then(Sql.of(
                                ") as x(unit, period, " + String.join(", ", names) + ") where s.source = ? and s.accumulate = ?"
                                        + " and s.basis = ? and s.unit = x.unit and s.period = x.period",
                                rolling.layout().id(),
                                rolling.along(),
                                rolling.basis())));
    }

    private LocalDate firstKept(@Nullable Set<String> units, LocalDate first) {
        Record found = Query.fetch(database, where("select min(period) from luoshi.indicator_sum", units)).getFirst();
        LocalDate kept = found.get(0, LocalDate.class);
        return kept == null ? last.plusDays(1) : kept.isBefore(first) ? first : kept;
    }

    private Sql where(String begin, @Nullable Collection<String> units) {
        return where(begin, rolling, units);
    }

    private static Sql where(String begin, Rolling rolling, @Nullable Collection<String> units) {
        Sql sql = Sql.of(
                begin + " where source = ? and accumulate = ? and basis = ?",
                rolling.layout().id(),
                rolling.along(),
                rolling.basis());
        return units == null ? sql : sql.then(Sql.of(" and unit = any(?)", (Object) units.toArray(String[]::new)));
    }

    /// @param units null for all
    static Map<String, NavigableMap<LocalDate, Rolled>> read(
            DSLContext database,
            Rolling rolling,
            NavigableSet<Integer> places,
            @Nullable Collection<String> units,
            LocalDate first,
            LocalDate last) {
        int size = rolling.layout().slots().size();
        int exact = rolling.layout().exact().size();
        String columns = places.stream().map(", slots[%d]"::formatted).collect(Collectors.joining())
                + IntStream.rangeClosed(1, exact).mapToObj(", exact[%d]"::formatted).collect(Collectors.joining());
        Map<String, NavigableMap<LocalDate, Rolled>> byUnit = new HashMap<>();
        Sql sql = where("select unit, period, records" + columns + " from luoshi.indicator_sum", rolling, units)
                .then(Sql.of(" and period between ?::date and ?::date", first, last));
        for (Record row : Query.fetch(database, sql)) {
            @Nullable BigDecimal[] slots = new BigDecimal[size];
            int at = 3;
            for (int place : places) slots[place - 1] = row.get(at++, BigDecimal.class);
            @Nullable BigDecimal[] values = new BigDecimal[exact];
            for (int i = 0; i < exact; i++) values[i] = row.get(at++, BigDecimal.class);
            byUnit.computeIfAbsent(row.get(0, String.class), unused -> new TreeMap<>())
                    .put(row.get(1, LocalDate.class), new Rolled(row.get(2, Long.class), slots, values));
        }
        return byUnit;
    }

    /// The first period in which there is a record.
    static Optional<LocalDate> firstPeriod(DSLContext database, Rolling rolling) {
        return Query.fetch(
                        database,
                        where("select period from luoshi.indicator_sum", rolling, null)
                                .then(" and records > 0 order by period limit 1"))
                .stream()
                .map(row -> row.get(0, LocalDate.class))
                .findFirst();
    }

    /// Sums that no indicator needs any more.
    static void forgetOthers(DSLContext database, Collection<Rolling> wanted) {
        database.query(
                        "delete from luoshi.indicator_sum as s where not exists (select 1 from"
                                + " unnest(?::text[], ?::text[], ?::text[]) as k(source, accumulate, basis)"
                                + " where k.source = s.source and k.accumulate = s.accumulate and k.basis = s.basis)",
                        wanted.stream().map(one -> one.layout().id()).toArray(String[]::new),
                        wanted.stream().map(Rolling::along).toArray(String[]::new),
                        wanted.stream().map(Rolling::basis).toArray(String[]::new))
                .execute();
    }

    private Slot.Part part(int place) {
        return rolling.layout().slots().get(place - 1).part();
    }

    private PeriodKind kind() {
        return rolling.layout().source().period();
    }

    private String slots(IntFunction<String> needed, IntFunction<String> other) {
        return IntStream.rangeClosed(1, rolling.layout().slots().size())
                .mapToObj(i -> places.contains(i) ? needed.apply(i) : other.apply(i))
                .collect(Collectors.joining(", "));
    }
}
