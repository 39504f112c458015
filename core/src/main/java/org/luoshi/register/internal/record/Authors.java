package org.luoshi.register.internal.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.pack.Entity;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;

/// Who entered the facts of a record: whoever made it, or a version of it with other facts than the one before.
/// A judgement of the record makes nobody its author.
public final class Authors {

    private final EntityTable table;
    private final List<String> facts;
    private final Map<Long, Set<String>> known = new HashMap<>();

    public Authors(Entity entity, EntityTable table) {
        this.table = table;
        this.facts = entity.fields().stream()
                .filter(field -> !field.reserved())
                .flatMap(EntityTable::columns)
                .map(Column::name)
                .map(EntityTable::quote)
                .toList();
    }

    /// Selects `_id` and `actor`, each author of each record once.
    ///
    /// @param ids condition on `_id`
    public String sql(String ids) {
        String columns = String.join(", ", facts);
        return """
                select distinct v._id, e.actor from (
                  select _id, _change, lag(_version) over w is null or (%1$s) is distinct from (%2$s) as entered
                  from (select _id, _version, _change, %3$s from %4$s where %6$s
                        union all select _id, _version, _change, %3$s from %5$s where %6$s) a
                  window w as (partition by _id order by _version)
                ) v join luoshi.audit_entry e on e.number = v._change where v.entered"""
                .formatted(
                        row(column -> column),
                        row(column -> "lag(" + column + ") over w"),
                        columns,
                        table.currentSql(),
                        table.historySql(),
                        ids);
    }

    /// Accounts; asked once for all of the records, however many.
    void know(Collection<Long> ids, DSLContext database) {
        ids.forEach(id -> known.putIfAbsent(id, new HashSet<>()));
        database.resultQuery(sql("_id = any({0})"), DSL.val(ids.toArray(Long[]::new)))
                .forEach(row -> known.computeIfAbsent(row.get(0, Long.class), _ -> new HashSet<>())
                        .add(row.get(1, String.class)));
    }

    Set<String> of(long id, DSLContext database) {
        if (!known.containsKey(id)) know(List.of(id), database);
        return known.getOrDefault(id, Set.of());
    }

    private String row(UnaryOperator<String> column) {
        return facts.stream().map(column).collect(Collectors.joining(", ", "row(", ")"));
    }
}
