package org.luoshi.register.internal.load;

import static org.luoshi.register.EntityTable.quote;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;

/// The records that a field can refer to, held in memory because they are few.
final class Referents {

    private static final Pattern NUMBERED = Pattern.compile("#(\\d{1,18})(?:\\s.*)?");
    private static final int FEW = 50_000;

    private final Entity target;
    private final String sql;
    private final Map<String, Long> byKey;
    private final Set<Long> ids;
    /// What the rows named, and what was meant.
    private final Map<String, Long> used = new HashMap<>();

    private Referents(Entity target, String sql, Map<String, Long> byKey, Set<Long> ids) {
        this.target = target;
        this.sql = sql;
        this.byKey = byKey;
        this.ids = ids;
    }

    /// @return nothing where there are too many
    static Optional<Referents> of(Field field, Setting setting, Viewer viewer, Statements statements) throws SQLException {
        Entity target = setting.packs().entity(((ReferenceType) field.type()).entity()).orElseThrow();
        String readable = setting.database()
                .renderInlined(DSL.trueCondition().and(new RecordAccess(target, setting).rows(viewer, Permission.READ)));
        String sql = "select _id, %s from %s where %s limit %d".formatted(
                keySql(target), new EntityTable(target).currentSql(), readable, FEW + 1);
        Referents found = new Referents(target, sql, new HashMap<>(), new HashSet<>());
        found.load(statements);
        return found.ids.size() > FEW ? Optional.empty() : Optional.of(found);
    }

    /// What a record is named by beside its number; null where its key has several fields.
    static String keySql(Entity target) {
        return target.key().size() == 1 ? quote(target.key().getFirst()) + "::text" : "null::text";
    }

    static Text missing(Entity target, String name) {
        boolean several = target.key().size() > 1;
        return new Text(
                "%s里没有「%s」%s".formatted(target.title().zh(), name, several ? "；它的主键不止一个字段，写作 #编号" : ""),
                "there is no \"%s\" in %s%s".formatted(name, target.title().en(), several ? "; its key has several fields, write #id" : ""));
    }

    /// The number of the record that a cell names by its number.
    static @Nullable Long numbered(String cell) {
        Matcher matcher = cell.startsWith("#") ? NUMBERED.matcher(cell) : null;
        return matcher != null && matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    /// @param cell trimmed
    Long find(String cell) throws BadValue {
        Long number = numbered(cell);
        String name = number == null ? cell : "#" + number;
        Long known = used.get(name);
        if (known == null) {
            known = meant(name);
            if (known == null) {
                Text text = missing(target, name);
                throw new BadValue(text.zh(), text.en());
            }
            used.put(name, known);
        }
        return known;
    }

    /// Whether all that the rows named still means the same records.
    boolean stillTrue(Statements statements) throws SQLException {
        byKey.clear();
        ids.clear();
        load(statements);
        return used.entrySet().stream().allMatch(e -> e.getValue().equals(meant(e.getKey())));
    }

    private @Nullable Long meant(String name) {
        Long number = numbered(name);
        return number == null ? byKey.get(name) : ids.contains(number) ? number : null;
    }

    private void load(Statements statements) throws SQLException {
        statements.each(sql, row -> {
            ids.add(row.getLong(1));
            String key = row.getString(2);
            if (key != null) {
                byKey.put(key, row.getLong(1));
            }
        });
    }
}
