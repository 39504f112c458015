package org.luoshi.register.internal.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.register.Count;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ListRequest;
import org.luoshi.register.RecordPage;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.record.RowMapping;
import org.luoshi.register.internal.record.Setting;

/// Reads one page of a register.
public final class Lister {

    /// Counting further costs more than anybody gains from it.
    private static final int COUNT_LIMIT = 10_000;
    /// Class of SQL states: a value that is none of its type.
    private static final String DATA_EXCEPTION = "22";
    /// Up to here sorting without an index takes well under 100 ms.
    private static final int SMALL = 100_000;

    private final Entity entity;
    private final EntityTable table;
    private final Setting setting;
    private final RowMapping mapping;
    private final Conditions conditions;

    public Lister(Entity entity, Setting setting) {
        this.entity = entity;
        this.table = new EntityTable(entity);
        this.setting = setting;
        this.mapping = new RowMapping(table);
        this.conditions = new Conditions(entity, setting);
    }

    public RecordPage list(ListRequest request, Viewer viewer) {
        Set<String> sortable = Order.sortable(entity, small());
        if (request.sort() != null && !sortable.contains(request.sort().field())) {
            throw Order.notSortable(entity, request.sort().field());
        }
        Order order = Order.of(entity, request.sort());
        Table<Record> from = table.asOf(request.asOf());
        Condition where = conditions.of(request.filters(), request.search(), viewer, Permission.READ);
        boolean backward = request.before() != null;
        String text = backward ? request.before() : request.after();
        Cursor cursor = text == null ? null : Cursor.decode(text, order.size());
        List<Record> rows = rows(order, from, where, cursor, backward, request.size() + 1);
        boolean more = rows.size() > request.size();
        if (more) {
            rows.removeLast();
        }
        if (backward) {
            Collections.reverse(rows);
        }
        boolean whole = cursor == null && !more;
        boolean hasNext = backward || more;
        boolean hasPrevious = backward ? more : cursor != null;
        Masking masking = new Masking(entity);
        List<RegisterRecord> records = rows.stream().map(mapping::read).map(r -> masking.mask(r, viewer)).toList();
        return new RecordPage(
                records,
                new ReferenceLabels(setting).of(entity, records, viewer),
                whole ? new Count(rows.size(), true) : count(from, where),
                sortable,
                hasNext && !rows.isEmpty() ? order.cursor(rows.getLast()).encode() : null,
                hasPrevious && !rows.isEmpty() ? order.cursor(rows.getFirst()).encode() : null);
    }

    public Count count(ListRequest request, Viewer viewer) {
        return count(table.asOf(request.asOf()), conditions.of(request.filters(), request.search(), viewer, Permission.READ));
    }

    /// The values of a cursor come from the address; the database tells whether they are of the columns' types.
    private List<Record> rows(
            Order order, Table<Record> from, Condition where, @Nullable Cursor cursor, boolean backward, int size) {
        try {
            return page(order, from, where, cursor, backward, size);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cursor != null && cause != null; cause = cause.getCause()) {
                boolean unreadable = cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(DATA_EXCEPTION);
                if (unreadable) throw Cursor.refused();
            }
            throw e;
        }
    }

    /// Records with the order's field come first, then those without; a page may span both.
    private List<Record> page(
            Order order, Table<Record> from, Condition where, @Nullable Cursor cursor, boolean backward, int size) {
        boolean inMissing = order.nullable() && cursor != null && cursor.values().getFirst() == null;
        List<Record> rows = new ArrayList<>();
        List<Boolean> sections = order.nullable() ? List.of(false, true) : List.of(false);
        for (boolean missing : backward ? sections.reversed() : sections) {
            boolean past = cursor != null && order.nullable() && missing != inMissing && missing == backward;
            if (past || rows.size() == size) {
                continue;
            }
            boolean here = cursor != null && (!order.nullable() || missing == inMissing);
            Condition beyond = here ? order.beyond(cursor, backward, missing) : DSL.noCondition();
            rows.addAll(setting.database()
                    .select(selected(order))
                    .from(from)
                    .where(where, order.section(missing), beyond)
                    .orderBy(order.sort(backward, missing))
                    .limit(size - rows.size())
                    .fetch(r -> (Record) r));
        }
        return rows;
    }

    private List<Field<?>> selected(Order order) {
        List<Field<?>> selected = new ArrayList<>(mapping.columns());
        for (int i = 0; i < order.size(); i++) {
            selected.add(order.columns().get(i).as("_o" + i));
        }
        return selected;
    }

    private Count count(Table<Record> from, Condition where) {
        int found = setting.database()
                .selectCount()
                .from(DSL.select(DSL.one()).from(from).where(where).limit(COUNT_LIMIT + 1))
                .fetchSingle(0, Integer.class);
        return new Count(Math.min(found, COUNT_LIMIT), found <= COUNT_LIMIT);
    }

    /// A table that the planner knows to be large is not counted: that cost more than the page itself.
    private boolean small() {
        float known = setting.database()
                .fetchSingle("select reltuples from pg_class where oid = to_regclass({0})", DSL.val(table.currentSql()))
                .get(0, Float.class);
        if (known > 2 * SMALL) {
            return false;
        }
        int found = setting.database()
                .selectCount()
                .from(DSL.select(DSL.one()).from(table.current()).limit(SMALL + 1))
                .fetchSingle(0, Integer.class);
        return found <= SMALL;
    }
}
