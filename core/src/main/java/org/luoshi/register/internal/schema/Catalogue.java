package org.luoshi.register.internal.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.EntityTable;

/// What is in the database now.
final class Catalogue {

    /// @param columns by name, in order
    record LiveTable(Map<String, LiveColumn> columns, Set<String> constraints, Set<String> indexes) {}

    record LiveColumn(String type, boolean required, @Nullable String comment) {}

    private final DSLContext database;
    private final Map<QualifiedId, LiveTable> tables = new HashMap<>();
    private final Set<String> schemas = new HashSet<>();

    Catalogue(DSLContext database) {
        this.database = database;
        database.fetch("select nspname from pg_namespace").forEach(r -> schemas.add(r.get(0, String.class)));
        readColumns();
        readNames(
                """
                select n.nspname, c.relname, k.conname from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype in ('c', 'f', 'u')""",
                (table, name) -> table.constraints().add(name));
        readNames(
                """
                select n.nspname, c.relname, i.relname from pg_index x
                join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
                join pg_namespace n on n.oid = c.relnamespace
                where not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('u', 'p'))""",
                (table, name) -> table.indexes().add(name));
    }

    boolean hasSchema(String name) {
        return schemas.contains(name);
    }

    @Nullable LiveTable table(String schema, String name) {
        return tables.get(new QualifiedId(schema, name));
    }

    /// Registers that some plan made and none dropped.
    Set<QualifiedId> registered() {
        Set<QualifiedId> ids = new HashSet<>();
        database.fetch(
                        """
                        select distinct on (entity) entity, dropped from luoshi.register_schema
                        order by entity, change desc""")
                .stream()
                .filter(r -> !r.get(1, Boolean.class))
                .forEach(r -> ids.add(QualifiedId.parse(r.get(0, String.class))));
        return ids;
    }

    /// Names of the foreign keys that we made on a register's table.
    List<String> foreignKeys(QualifiedId id) {
        LiveTable table = tables.get(id);
        if (table == null) return List.of();
        return table.constraints().stream()
                .filter(name -> Rule.managed(name) && name.contains("_fk_"))
                .sorted()
                .toList();
    }

    /// Records of a register of the same name that was dropped keep their numbers to themselves.
    long firstId(QualifiedId id) {
        long last = 0;
        for (String schema : database.fetch(
                        "select distinct place from luoshi.register_departure where entity = ? and name = '' and place is not null",
                        id.toString())
                .getValues(0, String.class)) {
            for (String table : List.of(id.name(), id.name() + "_history")) {
                Long found = database.fetchOne("select max(_id) from " + EntityTable.quote(schema) + "." + EntityTable.quote(table))
                        .get(0, Long.class);
                last = Math.max(last, found == null ? 0 : found);
            }
        }
        return last + 1;
    }

    long count(String from, String where) {
        Long found = database.fetchOne("select count(*) from " + from + " where " + where)
                .get(0, Long.class);
        return found == null ? 0 : found;
    }

    private void readColumns() {
        var rows = database.fetch(
                """
                select n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                       col_description(c.oid, a.attnum)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                  and n.nspname not in ('pg_catalog', 'information_schema', 'luoshi')
                order by c.oid, a.attnum""");
        for (var row : rows) {
            QualifiedId id = new QualifiedId(row.get(0, String.class), row.get(1, String.class));
            tables.computeIfAbsent(id, _ -> new LiveTable(new LinkedHashMap<>(), new HashSet<>(), new HashSet<>()))
                    .columns()
                    .put(
                            row.get(2, String.class),
                            new LiveColumn(row.get(3, String.class), row.get(4, Boolean.class), row.get(5, String.class)));
        }
    }

    private void readNames(String sql, java.util.function.BiConsumer<LiveTable, String> into) {
        for (var row : database.fetch(sql)) {
            LiveTable table = tables.get(new QualifiedId(row.get(0, String.class), row.get(1, String.class)));
            if (table != null) {
                into.accept(table, row.get(2, String.class));
            }
        }
    }
}
