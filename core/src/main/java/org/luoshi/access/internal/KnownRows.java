package org.luoshi.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A table of the rows that hold now and its history, which has the same columns and `known_to`.
///
/// Only rows that differ are touched, so a history grows by what changes, however often packs are activated.
///
/// @param unversioned columns that only say how to show a row: they are compared and kept with no version
record KnownRows<R extends UpdatableRecord<R>, H extends TableRecord<H>>(
        Table<R> present, Table<H> history, Set<Field<?>> unversioned) {

    private static final Field<Instant> KNOWN_FROM = DSL.field(DSL.name("known_from"), SQLDataType.INSTANT);
    private static final Field<Instant> KNOWN_TO = DSL.field(DSL.name("known_to"), SQLDataType.INSTANT);

    KnownRows(Table<R> present, Table<H> history) {
        this(present, history, Set.of());
    }

    /// Makes the present rows be the wanted ones. A row whose key stays is updated in place, since others refer to it.
    void replace(DSLContext database, Collection<R> wanted, Instant knownAt) {
        Map<List<@Nullable Object>, R> gone = new LinkedHashMap<>();
        database.selectFrom(present).forEach(row -> gone.put(values(row), row));
        List<R> fresh = new ArrayList<>();
        for (R row : wanted) {
            if (gone.remove(values(row)) == null) fresh.add(row);
        }
        Set<Record> before = keys(gone.values());
        Set<Record> after = keys(fresh);
        fresh.forEach(row -> row.set(present.field(KNOWN_FROM), knownAt));
        database.batchInsert(gone.values().stream().map(row -> closed(row, knownAt)).toList()).execute();
        database.batchDelete(gone.values().stream().filter(row -> !after.contains(row.key())).toList()).execute();
        database.batchUpdate(fresh.stream().filter(row -> before.contains(row.key())).toList()).execute();
        database.batchInsert(fresh.stream().filter(row -> !before.contains(row.key())).toList()).execute();
    }

    /// What held at a moment.
    ///
    /// @param moment null for now
    List<R> at(DSLContext database, @Nullable Instant moment) {
        if (moment == null) return database.selectFrom(present).fetch();
        return database.select(versioned())
                .from(present)
                .where(KNOWN_FROM.le(moment))
                .unionAll(database.select(versioned().stream().map(history::field).toList())
                        .from(history)
                        .where(KNOWN_FROM.le(moment), KNOWN_TO.gt(moment)))
                .fetchInto(present);
    }

    /// Moments at which some row came or went.
    Set<Instant> moments(DSLContext database) {
        return database.select(KNOWN_FROM)
                .from(present)
                .union(database.select(KNOWN_FROM).from(history))
                .union(database.select(KNOWN_TO).from(history))
                .fetchSet(KNOWN_FROM);
    }

    private static Set<Record> keys(Collection<? extends UpdatableRecord<?>> rows) {
        return rows.stream().map(UpdatableRecord::key).collect(Collectors.toSet());
    }

    private List<Field<?>> versioned() {
        return Arrays.stream(present.fields())
                .filter(field -> !unversioned.contains(field))
                .<Field<?>>map(field -> field)
                .toList();
    }

    private List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field<?> field : versioned()) {
            if (!field.getName().equals(KNOWN_FROM.getName())) values.add(row.get(field));
        }
        return values;
    }

    private H closed(R row, Instant knownTo) {
        H closed = DSL.using(org.jooq.SQLDialect.POSTGRES).newRecord(history);
        for (Field<?> field : versioned()) copy(field, row, closed);
        closed.set(history.field(KNOWN_TO), knownTo);
        return closed;
    }

    private <T> void copy(Field<T> field, R from, H to) {
        to.set(history.field(field), from.get(field));
    }
}
