package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;

/// The stored cells of the present, and what they were before.
final class CellStore {

    private final DSLContext database;

    CellStore(DSLContext database) {
        this.database = database;
    }

    record Key(String unit, LocalDate period) {}

    record Stored(Key key, Figure figure, Instant knownFrom) {}

    /// Makes the cells of a range be the given figures. Cells that do not change keep their row.
    ///
    /// @param ancestors the units in the range, or null for all
    /// @param from first day of the range, or null from the beginning
    /// @param knownAt moment of the latest change that the figures take into account
    /// @return whether any cell changed
    boolean replace(
            QualifiedId indicator,
            @Nullable Collection<String> ancestors,
            @Nullable LocalDate from,
            Map<String, NavigableMap<LocalDate, Figure>> figures,
            Instant knownAt) {
        Map<Key, Stored> before = new HashMap<>();
        read(indicator, ancestors, from, null).forEach(stored -> before.put(stored.key(), stored));
        List<Stored> fresh = new ArrayList<>();
        List<Stored> gone = new ArrayList<>();
        figures.forEach((unit, ofUnit) -> {
            Map<LocalDate, Figure> wanted = from == null ? ofUnit : ofUnit.tailMap(from, true);
            wanted.forEach((period, figure) -> {
                Stored old = before.remove(new Key(unit, period));
                if (old != null && old.figure().sameAs(figure)) return;
                if (old != null) gone.add(old);
                fresh.add(new Stored(new Key(unit, period), figure, knownAt));
            });
        });
        gone.addAll(before.values());
        keep(indicator, gone, knownAt);
        delete(indicator, gone);
        insert("indicator_cell", indicator, fresh, null);
        return !fresh.isEmpty() || !gone.isEmpty();
    }

    /// @param ancestors units, or null for all
    /// @param from and `to` first days of periods, inclusive, or null
    List<Stored> read(
            QualifiedId indicator,
            @Nullable Collection<String> ancestors,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (ancestors != null && ancestors.isEmpty()) return List.of();
        Sql sql = Sql.of(
                "select unit, period, value, numerator, denominator, records, known_from from luoshi.indicator_cell"
                        + " where indicator = ?",
                indicator.toString());
        if (ancestors != null) sql = sql.then(Sql.template(" and unit in (#)", RollUpSql.list(ancestors)));
        if (from != null) sql = sql.then(Sql.of(" and period >= ?::date", from));
        if (to != null) sql = sql.then(Sql.of(" and period <= ?::date", to));
        return Query.fetch(database, sql).map(CellStore::stored);
    }

    Optional<LocalDate> firstPeriod(QualifiedId indicator) {
        return Query.fetch(
                        database,
                        Sql.of("select min(period) as first from luoshi.indicator_cell where indicator = ?", indicator.toString()))
                .stream()
                .map(row -> row.get("first", LocalDate.class))
                .filter(Objects::nonNull)
                .findFirst();
    }

    void forget(Collection<String> indicators) {
        for (String indicator : indicators) {
            Query.execute(database, Sql.of("delete from luoshi.indicator_cell where indicator = ?", indicator));
        }
    }

    private void keep(QualifiedId indicator, List<Stored> gone, Instant knownTo) {
        // two recomputations may take the same change into account: what stood for no time was never shown
        insert(
                "indicator_cell_history",
                indicator,
                gone.stream().filter(old -> old.knownFrom().isBefore(knownTo)).toList(),
                knownTo);
    }

    private void delete(QualifiedId indicator, List<Stored> gone) {
        if (gone.isEmpty()) return;
        database.query(
                        "delete from luoshi.indicator_cell c using unnest(?::text[], ?::date[]) as k(unit, period)"
                                + " where c.indicator = ? and c.unit = k.unit and c.period = k.period",
                        units(gone),
                        periods(gone),
                        indicator.toString())
                .execute();
    }

    private void insert(String table, QualifiedId indicator, List<Stored> cells, @Nullable Instant knownTo) {
        if (cells.isEmpty()) return;
        String columns = "indicator, unit, period, value, numerator, denominator, records, known_from";
        String until = knownTo == null ? "" : ", known_to";
        Object[] moments = cells.stream()
                .map(cell -> cell.knownFrom().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        String sql = ("insert into luoshi.%s (%s%s) select ?, k.*%s from unnest(?::text[], ?::date[], ?::numeric[],"
                        + " ?::numeric[], ?::numeric[], ?::bigint[], ?::timestamptz[]) as k")
                .formatted(table, columns, until, knownTo == null ? "" : ", ?::timestamptz");
        List<Object> bindings = new ArrayList<>(List.of(indicator.toString()));
        if (knownTo != null) bindings.add(knownTo.atOffset(ZoneOffset.UTC));
        bindings.addAll(List.of(
                units(cells),
                periods(cells),
                numbers(cells.stream().map(c -> c.figure().value())),
                numbers(cells.stream().map(c -> c.figure().numerator())),
                numbers(cells.stream().map(c -> c.figure().denominator())),
                cells.stream().map(c -> c.figure().records()).toArray(Long[]::new),
                moments));
        Query.execute(database, new Sql(sql, bindings));
    }

    private static String[] units(List<Stored> cells) {
        return cells.stream().map(c -> c.key().unit()).toArray(String[]::new);
    }

    private static LocalDate[] periods(List<Stored> cells) {
        return cells.stream().map(c -> c.key().period()).toArray(LocalDate[]::new);
    }

    private static @Nullable BigDecimal[] numbers(Stream<@Nullable BigDecimal> numbers) {
        return numbers.toArray(BigDecimal[]::new);
    }

    private static Stored stored(Record row) {
        return new Stored(
                new Key(row.get("unit", String.class), row.get("period", LocalDate.class)),
                new Figure(
                        row.get("value", BigDecimal.class),
                        row.get("numerator", BigDecimal.class),
                        row.get("denominator", BigDecimal.class),
                        row.get("records", Long.class)),
                row.get("known_from", Instant.class));
    }
}
