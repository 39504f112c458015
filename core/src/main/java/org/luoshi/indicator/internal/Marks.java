package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;
import org.luoshi.register.EntityTable;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.RegisterRecord;

/// Writes down, in the transaction of a change, which partial sums it touches: before and after.
final class Marks {

    private final DSLContext database;
    private final Model model;
    private final ZoneId zone;

    Marks(DSLContext database, Model model, ZoneId zone) {
        this.database = database;
        this.model = model;
        this.zone = zone;
    }

    private record Mark(String unit, LocalDate period, long record) {}

    void changed(RecordsChanged event) {
        Map<String, Set<Mark>> own = new LinkedHashMap<>();
        for (SourceLayout layout : model.sources()) {
            if (layout.source().entity().equals(event.entity())) own.put(layout.id(), records(layout, event.changes()));
            List<List<String>> paths = model.paths(layout, event.entity());
            if (!paths.isEmpty()) markReferring(layout, paths, ids(event.changes()));
        }
        write(own);
    }

    /// Too many to name: one statement per source finds what they touch.
    void imported(RecordsImported event) {
        EntityTable table = new EntityTable(model.entity(event.entity()));
        long change = event.change().number();
        for (SourceLayout layout : model.sources()) {
            if (layout.source().entity().equals(event.entity()) && event.first()) {
                whole(layout.id());
            } else if (layout.source().entity().equals(event.entity())) {
                FactSql facts = new FactSql(model, layout, zone, null);
                insert(layout, Sql.of(facts.touched(table.currentSql(), "r._change = ?"), change));
                insert(layout, Sql.of(facts.touched(table.historySql(), "r._ended_by = ?"), change));
            }
            if (!model.paths(layout, event.entity()).isEmpty()) whole(layout.id());
        }
    }

    /// Everything of a source.
    void whole(String source) {
        Query.execute(database, Sql.of("insert into luoshi.indicator_mark (source) values (?)", source));
    }

    /// One sum of a source, and the cells over it.
    void sum(String source, String unit, LocalDate period) {
        Query.execute(
                database,
                Sql.of(
                        "insert into luoshi.indicator_mark (source, unit, period) values (?, ?, ?::date)",
                        source,
                        unit,
                        period));
    }

    /// All cells of an indicator, out of the sums as they are.
    void cells(QualifiedId indicator) {
        Query.execute(
                database, Sql.of("insert into luoshi.indicator_mark (indicator) values (?)", indicator.toString()));
    }

    private Set<Mark> records(SourceLayout layout, List<RecordChange> changes) {
        Set<String> used = model.fields(layout);
        Set<Mark> marks = new LinkedHashSet<>();
        for (RecordChange change : changes) {
            if (sameFor(used, change)) continue;
            collect(layout.source(), change.before(), marks);
            collect(layout.source(), change.after(), marks);
        }
        return marks;
    }

    /// Of all sources in one statement: everybody else's change waits meanwhile.
    private void write(Map<String, Set<Mark>> bySource) {
        List<String> sources = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        bySource.forEach((source, ofSource) -> ofSource.forEach(mark -> {
            sources.add(source);
            marks.add(mark);
        }));
        if (marks.isEmpty()) return;
        database.query(
                        "insert into luoshi.indicator_mark (source, unit, period, record)"
                                + " select k.* from unnest(?::text[], ?::text[], ?::date[], ?::bigint[]) as k",
                        sources.toArray(String[]::new),
                        marks.stream().map(Mark::unit).toArray(String[]::new),
                        marks.stream().map(Mark::period).toArray(LocalDate[]::new),
                        marks.stream().map(Mark::record).toArray(Long[]::new))
                .execute();
    }

    private void markReferring(SourceLayout layout, List<List<String>> paths, List<Sql> ids) {
        if (ids.isEmpty()) return;
        Sql changed = Sql.join(", ", ids);
        for (List<String> path : paths) {
            insert(layout, FactSql.touchedThrough(model, layout, zone, path, changed));
        }
    }

    private void insert(SourceLayout layout, Sql touched) {
        Query.execute(
                database,
                Sql.of(
                                "insert into luoshi.indicator_mark (source, unit, period)"
                                        + " select ?, t.unit, t.period from (",
                                layout.id())
                        .then(touched)
                        .then(") as t"));
    }

    private static List<Sql> ids(List<RecordChange> changes) {
        return changes.stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Objects::nonNull)
                .map(record -> Sql.of("?::bigint", record.id()))
                .distinct()
                .toList();
    }

    private static boolean sameFor(Set<String> fields, RecordChange change) {
        RegisterRecord before = change.before();
        RegisterRecord after = change.after();
        return before != null
                && after != null
                && fields.stream().allMatch(field -> Objects.equals(before.value(field), after.value(field)));
    }

    private void collect(Source source, @Nullable RegisterRecord record, Set<Mark> marks) {
        if (record == null || !(record.value(source.unit()) instanceof String unit)) return;
        List<String> dates = new ArrayList<>(List.of(source.date()));
        if (source.until() != null) dates.add(source.until());
        for (String field : dates) {
            LocalDate day = day(record.value(field));
            if (day != null) marks.add(new Mark(unit, Period.of(source.period(), day).start(), record.id()));
        }
    }

    private @Nullable LocalDate day(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> date;
            case Instant moment -> moment.atZone(zone).toLocalDate();
            case null, default -> null;
        };
    }
}
