package org.luoshi.register.internal.load;

import static org.luoshi.register.EntityTable.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.register.Column;
import org.luoshi.register.ColumnType;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Setting;

/// The temporary tables of an import and the SQL over them.
///
/// `_luoshi_import` (alias `s`) holds the file's rows as typed columns; a reference has two, `_i_FIELD` for an id and
/// `_k_FIELD` for a key. `_luoshi_match` (alias `m`) says which record a row is about, `_luoshi_bad` which rows are bad
/// and why. All three vanish with the transaction.
final class Stage {

    static final String ROWS = "_luoshi_import";
    static final String MATCH = "_luoshi_match";
    static final String BAD = "_luoshi_bad";
    static final String BAD_BEFORE = "_luoshi_bad_before";
    static final String BAD_DIFFER =
            "select exists ((select _row from %1$s except select _row from %2$s) union all (select _row from %2$s except select _row from %1$s))"
                    .formatted(BAD, BAD_BEFORE);
    static final String GOOD = "not exists (select 1 from " + BAD + " b where b._row = s._row)";

    private final Entity entity;
    private final EntityTable table;
    private final List<Field> present;
    private final Map<String, Integer> references = new HashMap<>();
    private final String joins;

    /// @param present fields that the file has, in the order of its columns
    Stage(Entity entity, List<Field> present, Setting setting, Viewer viewer) {
        this.entity = entity;
        this.table = setting.table(entity);
        this.present = List.copyOf(present);
        StringBuilder sql = new StringBuilder();
        for (Field field : present) {
            if (field.type() instanceof ReferenceType(var target)) {
                int n = references.size();
                references.put(field.id(), n);
                join(sql, field, n, setting.packs().entity(target).orElseThrow(), setting, viewer);
            }
        }
        this.joins = sql.toString();
    }

    /// Columns of the staged rows for a field of the file.
    ///
    /// @param found whether references have been found already
    static List<Column> columns(Field field, boolean found) {
        if (!(field.type() instanceof ReferenceType)) {
            return EntityTable.columns(field).toList();
        }
        Column id = new Column("_i_" + field.id(), field.id(), ColumnType.WHOLE);
        return found ? List.of(id) : List.of(id, new Column("_k_" + field.id(), field.id(), ColumnType.TEXT));
    }

    private static void join(
            StringBuilder sql, Field field, int n, Entity target, Setting setting, Viewer viewer) {
        String readable = setting.database()
                .renderInlined(DSL.trueCondition().and(new RecordAccess(target, setting).rows(viewer, Permission.READ)));
        String from = new EntityTable(target).currentSql();
        sql.append(" left join (select _id from %s where %s) i%d on i%d._id = s.%s"
                .formatted(from, readable, n, n, quote("_i_" + field.id())));
        sql.append(" left join (select _id, %s as k from %s where %s) k%d on k%d.k = s.%s"
                .formatted(Referents.keySql(target), from, readable, n, n, quote("_k_" + field.id())));
    }

    EntityTable table() {
        return table;
    }

    List<Field> present() {
        return present;
    }

    List<Field> referencesPresent() {
        return present.stream().filter(f -> references.containsKey(f.id())).toList();
    }

    boolean has(String field) {
        return present.stream().anyMatch(f -> f.id().equals(field));
    }

    String createSql() {
        String columns = present.stream()
                .flatMap(f -> columns(f, false).stream())
                .map(c -> quote(c.name()) + " " + c.type().sql())
                .collect(Collectors.joining(", "));
        return "create temp table %s (_row bigint not null, %s) on commit drop".formatted(ROWS, columns);
    }

    static String createBadSql() {
        return "create temp table %s (_row bigint not null, _rule integer not null, _detail text) on commit drop".formatted(BAD);
    }

    /// @param found whether references have been found already
    String copySql(boolean found) {
        return "copy %s (_row, %s) from stdin (format binary)".formatted(ROWS, String.join(", ", copied(found)));
    }

    /// Fields of a row as [#copySql] takes it.
    int width(boolean found) {
        return copied(found).size() + 1;
    }

    private List<String> copied(boolean found) {
        return present.stream().flatMap(f -> columns(f, found).stream()).map(c -> quote(c.name())).toList();
    }

    /// How many good rows are new records, new versions, and neither.
    String countSql() {
        return "select count(*) - count(m._id), count(m._id) filter (where m.changed), count(m._id) filter (where not m.changed) from %s s left join %s m on m._row = s._row where %s"
                .formatted(ROWS, MATCH, GOOD);
    }

    /// Rows with the references found.
    String from() {
        return " from " + ROWS + " s" + joins;
    }

    /// Rows with the references and the record that each is about, if any.
    String fromMatched() {
        return from() + " left join %s m on m._row = s._row left join %s c on c._id = m._id".formatted(MATCH, table.currentSql());
    }

    String matchSql() {
        List<String> on = new ArrayList<>();
        for (String key : entity.key()) {
            Field field = entity.require(key);
            List<String> mine = values(field, "c");
            List<Column> columns = EntityTable.columns(field).toList();
            for (int i = 0; i < mine.size(); i++) {
                on.add("c.%s = %s".formatted(quote(columns.get(i).name()), mine.get(i)));
            }
        }
        String file = present.stream().flatMap(f -> values(f, "c").stream()).collect(Collectors.joining(", "));
        String now = present.stream()
                .flatMap(EntityTable::columns)
                .map(c -> "c." + quote(c.name()))
                .collect(Collectors.joining(", "));
        return "create temp table %s on commit drop as select s._row, c._id, (row(%s) is distinct from row(%s)) as changed %s join %s c on %s"
                .formatted(MATCH, file, now, from(), table.currentSql(), String.join(" and ", on));
    }

    /// Key columns as they are compared for duplicates.
    List<String> key() {
        return entity.key().stream()
                .flatMap(k -> values(entity.require(k), "c").stream())
                .toList();
    }

    /// What the columns of a field become: the file's value, or the record's own where the file has no such column.
    ///
    /// @param record alias of the record's row; `null` where there is none
    List<String> values(Field field, String record) {
        Integer n = references.get(field.id());
        if (n != null) {
            return List.of("coalesce(i%d._id, k%d._id)".formatted(n, n));
        }
        String alias = has(field.id()) ? "s" : record;
        return EntityTable.columns(field)
                .map(c -> alias.equals("null") ? first(field, c) : alias + "." + quote(c.name()))
                .toList();
    }

    /// What a new record holds where the file has no such column. An initial value is an id, with nothing to escape.
    static String first(Field field, Column column) {
        return (field.initial() == null ? "null" : "'" + field.initial() + "'") + "::" + column.type().sql();
    }

    /// @param fresh no row is about an existing record, so nothing needs to be joined for it
    String insertSql(boolean fresh) {
        String columns = table.columns().stream().map(c -> quote(c.name())).collect(Collectors.joining(", "));
        String values = entity.fields().stream()
                .flatMap(f -> values(f, "null").stream())
                .collect(Collectors.joining(", "));
        String isNew = fresh ? "" : " and not exists (select 1 from %s m where m._row = s._row)".formatted(MATCH);
        return "insert into %s (_version, _known_from, _change, %s) select 1, ?, ?, %s %s where s._row between ? and ? and %s%s"
                .formatted(table.currentSql(), columns, values, from(), GOOD, isNew);
    }

    String closeSql() {
        String columns = table.storedSql();
        return "insert into %s (%s, _known_to, _ended_by, _deleted) select %s, ?, ?, false from %s where _id in (select m._id from %s m join %s s on s._row = m._row where m.changed and s._row between ? and ? and %s)"
                .formatted(table.historySql(), columns, columns, table.currentSql(), MATCH, ROWS, GOOD);
    }

    String updateSql() {
        String sets = present.stream()
                .map(f -> {
                    List<String> values = values(f, "c");
                    List<Column> columns = EntityTable.columns(f).toList();
                    return java.util.stream.IntStream.range(0, columns.size())
                            .mapToObj(i -> quote(columns.get(i).name()) + " = " + values.get(i))
                            .collect(Collectors.joining(", "));
                })
                .collect(Collectors.joining(", "));
        return "update %s t set _version = t._version + 1, _known_from = ?, _change = ?, %s %s join %s m on m._row = s._row where t._id = m._id and m.changed and s._row between ? and ? and %s"
                .formatted(table.currentSql(), sets, from(), MATCH, GOOD);
    }
}
