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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /// A cell of an indicator.
    private record Cell(QualifiedId indicator, Stored stored) {
        Place place() {
            return new Place(indicator, stored.key());
        }
    }

    private record Place(QualifiedId indicator, Key key) {}

    /// Makes the cells of a range be the given figures. Cells that do not change keep their row.
    ///
    /// @param figures by indicator, unit and period
    /// @param ancestors the units in the range, or null for all
    /// @param from first day of the range, or null from the beginning
    /// @param knownAt moment of the latest change that the figures take into account
    /// @return indicators of which any cell changed
    Set<QualifiedId> replace(
            Map<QualifiedId, Map<String, NavigableMap<LocalDate, Figure>>> figures,
            @Nullable Collection<String> ancestors,
            @Nullable LocalDate from,
            Instant knownAt) {
        Map<Place, Cell> before = new HashMap<>();
        read(figures.keySet(), ancestors, from, null).forEach(cell -> before.put(cell.place(), cell));
        List<Cell> fresh = new ArrayList<>();
        List<Cell> gone = new ArrayList<>();
        figures.forEach((indicator, ofIndicator) -> ofIndicator.forEach((unit, ofUnit) -> {
            Map<LocalDate, Figure> wanted = from == null ? ofUnit : ofUnit.tailMap(from, true);
            wanted.forEach((period, figure) -> {
                Key key = new Key(unit, period);
                Cell old = before.remove(new Place(indicator, key));
                if (old != null && old.stored().figure().sameAs(figure)) return;
                if (old != null) gone.add(old);
                fresh.add(new Cell(indicator, new Stored(key, figure, knownAt)));
            });
        }));
        gone.addAll(before.values());
        // two recomputations may take the same change into account: what stood for no time was never shown
        insert(
                "indicator_cell_history",
                gone.stream().filter(old -> old.stored().knownFrom().isBefore(knownAt)).toList(),
                knownAt);
        delete(gone);
        insert("indicator_cell", fresh, null);
        return Stream.concat(fresh.stream(), gone.stream()).map(Cell::indicator).collect(Collectors.toSet());
    }

    /// @param ancestors units, or null for all
    /// @param from and `to` first days of periods, inclusive, or null
    List<Stored> read(
            QualifiedId indicator,
            @Nullable Collection<String> ancestors,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return read(Set.of(indicator), ancestors, from, to).stream().map(Cell::stored).toList();
    }

    private List<Cell> read(
            Collection<QualifiedId> indicators,
            @Nullable Collection<String> ancestors,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (ancestors != null && ancestors.isEmpty()) return List.of();
        Sql sql = Sql.template(
                "select indicator, unit, period, value, numerator, denominator, records, known_from"
                        + " from luoshi.indicator_cell where indicator in (#)",
                RollUpSql.list(indicators.stream().map(QualifiedId::toString).toList()));
        if (ancestors != null) sql = sql.then(Sql.template(" and unit in (#)", RollUpSql.list(ancestors)));
        if (from != null) sql = sql.then(Sql.of(" and period >= ?::date", from));
        if (to != null) sql = sql.then(Sql.of(" and period <= ?::date", to));
        return Query.fetch(database, sql)
                .map(row -> new Cell(QualifiedId.parse(row.get("indicator", String.class)), stored(row)));
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

    private void delete(List<Cell> gone) {
        if (gone.isEmpty()) return;
        database.query(
                        "delete from luoshi.indicator_cell c using unnest(?::text[], ?::text[], ?::date[])"
                                + " as k(indicator, unit, period)"
                                + " where c.indicator = k.indicator and c.unit = k.unit and c.period = k.period",
                        indicators(gone),
                        units(gone),
                        periods(gone))
                .execute();
    }

    private void insert(String table, List<Cell> cells, @Nullable Instant knownTo) {
        if (cells.isEmpty()) return;
        String columns = "indicator, unit, period, value, numerator, denominator, records, known_from";
        String until = knownTo == null ? "" : ", known_to";
        Object[] moments = cells.stream()
                .map(cell -> cell.stored().knownFrom().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        String sql = ("insert into luoshi.%s (%s%s) select k.*%s from unnest(?::text[], ?::text[], ?::date[],"
                        + " ?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[], ?::timestamptz[]) as k")
                .formatted(table, columns, until, knownTo == null ? "" : ", ?::timestamptz");
        List<Object> bindings = new ArrayList<>();
        if (knownTo != null) bindings.add(knownTo.atOffset(ZoneOffset.UTC));
        bindings.addAll(List.of(
                indicators(cells),
                units(cells),
                periods(cells),
                numbers(cells, Figure::value),
                numbers(cells, Figure::numerator),
                numbers(cells, Figure::denominator),
                cells.stream().map(cell -> cell.stored().figure().records()).toArray(Long[]::new),
                moments));
        Query.execute(database, new Sql(sql, bindings));
    }

    private static String[] indicators(List<Cell> cells) {
        return cells.stream().map(cell -> cell.indicator().toString()).toArray(String[]::new);
    }

    private static String[] units(List<Cell> cells) {
        return cells.stream().map(cell -> cell.stored().key().unit()).toArray(String[]::new);
    }

    private static LocalDate[] periods(List<Cell> cells) {
        return cells.stream().map(cell -> cell.stored().key().period()).toArray(LocalDate[]::new);
    }

    private static @Nullable BigDecimal[] numbers(List<Cell> cells, Function<Figure, @Nullable BigDecimal> number) {
        return cells.stream().map(cell -> number.apply(cell.stored().figure())).toArray(BigDecimal[]::new);
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
