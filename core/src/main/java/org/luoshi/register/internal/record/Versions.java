package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.RegisterRecord;

/// Puts versions into the two tables. Callers hold the change, so nobody else writes meanwhile.
final class Versions {

    private final EntityTable table;
    private final DSLContext database;
    private final RowMapping mapping;

    Versions(EntityTable table, DSLContext database) {
        this.table = table;
        this.database = database;
        this.mapping = new RowMapping(table);
    }

    long nextId() {
        return database.fetchOne("select nextval(pg_get_serial_sequence({0}, '_id'))", DSL.inline(table.currentSql()))
                .get(0, Long.class);
    }

    /// Locks the rows, so that writers other than Luoshi wait too.
    List<RegisterRecord> lock(Collection<Long> ids) {
        return database.select(mapping.columns())
                .from(table.current())
                .where(EntityTable.ID.in(ids))
                .orderBy(EntityTable.ID)
                .forUpdate()
                .fetch(mapping::read);
    }

    Optional<RegisterRecord> current(long id) {
        return database.select(mapping.columns())
                .from(table.current())
                .where(EntityTable.ID.eq(id))
                .fetchOptional(mapping::read);
    }

    /// A version, present or past, with the number it had.
    Optional<RegisterRecord> version(long id, int version) {
        return Stream.of(table.current(), table.history())
                .flatMap(from -> database.select(mapping.columns())
                        .from(from)
                        .where(EntityTable.ID.eq(id), EntityTable.VERSION.eq(version))
                        .fetch(mapping::read)
                        .stream())
                .findFirst();
    }

    RegisterRecord insert(long id, Map<String, @Nullable Object> values, Change change) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>(mapping.write(values));
        row.put(EntityTable.ID, id);
        row.put(EntityTable.VERSION, 1);
        row.putAll(known(change));
        return mapping.read(database.insertInto(table.current())
                .set(row)
                .returning(mapping.columns())
                .fetchSingle());
    }

    /// @param values only those that change
    List<RegisterRecord> update(Collection<Long> ids, Map<String, @Nullable Object> values, Change change) {
        close(ids, change, false);
        Map<Field<?>, @Nullable Object> row = new HashMap<>(mapping.write(values));
        row.put(EntityTable.VERSION, EntityTable.VERSION.plus(1));
        row.putAll(known(change));
        return new ArrayList<>(database.update(table.current())
                .set(row)
                .where(EntityTable.ID.in(ids))
                .returning(mapping.columns())
                .fetch(mapping::read));
    }

    /// Writes the next version of a record where it is still the one that the writer saw. One statement, because everybody
    /// else's change waits meanwhile.
    ///
    /// @return empty where the version is another one by now
    Optional<RegisterRecord> replace(RegisterRecord seen, Map<String, @Nullable Object> values, Change change) {
        Map<Field<?>, @Nullable Object> row = new HashMap<>(mapping.write(values));
        row.put(EntityTable.VERSION, seen.version() + 1);
        row.putAll(known(change));
        String before = "with before as materialized (select %1$s from %3$s where _id = {0} and _version = {1} for update),"
                + " kept as (insert into %2$s (%1$s, _known_to, _ended_by, _deleted) select %1$s, {2}, {3}, false from before) {4}";
        return database.resultQuery(
                        before.formatted(table.storedSql(), table.historySql(), table.currentSql()),
                        DSL.val(seen.id()),
                        DSL.val(seen.version()),
                        DSL.val(change.knownAt()),
                        DSL.val(change.number()),
                        DSL.update(table.current())
                                .set(row)
                                .where(EntityTable.ID.eq(DSL.field("(select before._id from before)", Long.class)))
                                .returning(mapping.columns()))
                .coerce(mapping.columns())
                .fetchOptional(mapping::read);
    }

    /// Writes many at once.
    ///
    /// @param values what changes in each, by `_id`
    void updateEach(List<RegisterRecord> after, Map<Long, Map<String, @Nullable Object>> values, Change change) {
        if (after.isEmpty()) return;
        close(after.stream().map(RegisterRecord::id).toList(), change, false);
        Map<List<Field<?>>, List<Map<Field<?>, @Nullable Object>>> alike = new LinkedHashMap<>();
        for (RegisterRecord record : after) {
            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>(mapping.write(Known.in(values, record.id())));
            row.put(EntityTable.VERSION, record.version());
            row.putAll(known(change));
            row.put(EntityTable.ID, record.id());
            alike.computeIfAbsent(List.copyOf(row.keySet()), _ -> new ArrayList<>()).add(row);
        }
        alike.forEach(this::updateAlike);
    }

    /// One statement, sent once and filled for each row.
    ///
    /// @param rows what each is then, its `_id` among it
    private void updateAlike(List<Field<?>> fields, List<Map<Field<?>, @Nullable Object>> rows) {
        List<Field<?>> set = fields.stream().filter(field -> !field.equals(EntityTable.ID)).toList();
        Map<Field<?>, @Nullable Object> blank = new LinkedHashMap<>();
        set.forEach(field -> blank.put(field, null));
        BatchBindStep batch = database.batch(
                database.update(table.current()).set(blank).where(EntityTable.ID.eq(0L)));
        for (Map<Field<?>, @Nullable Object> row : rows) {
            List<@Nullable Object> binds = new ArrayList<>();
            set.forEach(field -> binds.add(row.get(field)));
            binds.add(row.get(EntityTable.ID));
            batch = batch.bind(binds.toArray());
        }
        batch.execute();
    }

    void delete(long id, Change change) {
        close(List.of(id), change, true);
        database.deleteFrom(table.current()).where(EntityTable.ID.eq(id)).execute();
    }

    private void close(Collection<Long> ids, Change change, boolean deleted) {
        database.execute(
                "insert into %2$s (%1$s, _known_to, _ended_by, _deleted) select %1$s, {0}, {1}, {2} from %3$s where _id = any({3})"
                        .formatted(table.storedSql(), table.historySql(), table.currentSql()),
                DSL.val(change.knownAt()),
                DSL.val(change.number()),
                DSL.val(deleted),
                DSL.val(ids.toArray(Long[]::new)));
    }

    private static Map<Field<?>, Object> known(Change change) {
        return Map.of(EntityTable.KNOWN_FROM, change.knownAt(), EntityTable.CHANGE, change.number());
    }
}
