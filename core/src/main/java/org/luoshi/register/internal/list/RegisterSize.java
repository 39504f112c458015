package org.luoshi.register.internal.list;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.schema.SearchIndex;

/// What the planner knows of a register's present records.
///
/// @param known about how many: as dense as at the last analysis, on as many blocks as now; negative where never analysed
/// @param searchable whether the search index is there
record RegisterSize(double known, boolean searchable) {

    /// Up to here sorting without an index takes well under 100 ms.
    private static final int SMALL = 100_000;

    static RegisterSize of(EntityTable table, DSLContext database) {
        String index = SearchIndex.of(table.entity()).map(SearchIndex::name).orElse("");
        return database.fetchSingle(
                        """
                        select case when c.reltuples <= 0 or c.relpages = 0 then c.reltuples
                            else c.reltuples / c.relpages * pg_relation_size(c.oid) / current_setting('block_size')::int end,
                          exists (
                            select from pg_index i join pg_class x on x.oid = i.indexrelid
                            where i.indrelid = c.oid and i.indisvalid and x.relname = {1})
                        from pg_class c where c.oid = to_regclass({0})""",
                        DSL.val(table.currentSql()),
                        DSL.val(index))
                .map(r -> new RegisterSize(r.get(0, Double.class), r.get(1, Boolean.class)));
    }

    boolean worthAnIndex() {
        return known > SearchIndex.WORTH_IT;
    }

    boolean small(EntityTable table, DSLContext database) {
        if (known > 0) {
            return known <= SMALL;
        }
        int found = database.selectCount()
                .from(DSL.select(DSL.one()).from(table.current()).limit(SMALL + 1))
                .fetchSingle(0, Integer.class);
        return found <= SMALL;
    }
}
