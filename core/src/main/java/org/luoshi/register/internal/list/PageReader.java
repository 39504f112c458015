package org.luoshi.register.internal.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.Count;

/// Reads a page of ordered rows in a time that depends little on how many rows there are, and how they lie.
///
/// Where a condition narrows, the planner must guess whether to walk along the order until a page is full or to find all
/// rows and sort them, and a wrong guess costs a hundred times the page. So few rows are found and sorted, of many the
/// first are walked to, and both are bounded; a guess only says what to try first.
final class PageReader {

    /// So many rows along the order are looked at for a page; many matching rows lie denser, unless they lie together.
    private static final int WALKED = 8_000;
    /// Class of SQL states: a value that is none of its type.
    private static final String DATA_EXCEPTION = "22";
    private static final String FOUND = "found";
    private static final String HOW_MANY = "_found";

    private final DSLContext database;
    private final Table<Record> from;
    private final Order order;
    private final List<Field<?>> columns;
    private final int few;

    /// @param few up to so many rows are found and sorted, and counted: counting further costs more than anybody gains
    PageReader(DSLContext database, Table<Record> from, Order order, List<Field<?>> columns, int few) {
        this.database = database;
        this.from = from;
        this.order = order;
        this.columns = columns;
        this.few = few;
    }

    /// @param rows one more than a page's where more follow
    /// @param found how many match, more than `few` for many; null where the rows do not tell
    record Rows(List<Record> rows, @Nullable Integer found) {}

    /// Where to read on.
    ///
    /// @param backward towards the first page; the rows come reversed
    record Place(@Nullable Cursor cursor, boolean backward) {
        static final Place FIRST = new Place(null, false);
    }

    /// A stretch of a section of the order.
    private record Stretch(Condition part, List<SortField<?>> sort) {}

    private interface Source {
        List<Record> read(Stretch stretch, int size);
    }

    /// Rows in order, of a condition that narrows nothing or of a past moment.
    Rows straight(Condition where, Place place, int size) {
        return new Rows(read(place, size, (stretch, room) -> database.select(columns)
                .from(from)
                .where(where, stretch.part())
                .orderBy(stretch.sort())
                .limit(room)
                .fetch(r -> r)), null);
    }

    /// Rows in order, of a condition that narrows.
    ///
    /// @param where the condition, as an index may answer it
    /// @param check the same, for rows at hand
    /// @param share of the rows that match, as far as one can guess
    Rows narrowed(Condition where, Condition check, double share, Place place, int size) {
        boolean dense = share * WALKED > 2 * size;
        if (dense) {
            List<Record> walked = read(place, size, (stretch, room) -> walk(check, stretch, room));
            if (walked.size() == size) {
                return new Rows(walked, null);
            }
        }
        List<Record> rows = read(place, size, (stretch, room) -> foundAndSorted(where, stretch, room));
        int found = !rows.isEmpty()
                ? rows.getFirst().get(HOW_MANY, Integer.class)
                : place.cursor() == null ? 0 : upTo(few + 1, where);
        if (found <= few) {
            return new Rows(rows, found);
        }
        List<Record> walked = dense ? List.of() : read(place, size, (stretch, room) -> walk(check, stretch, room));
        return new Rows(
                walked.size() == size ? walked : read(place, size, (stretch, room) -> sorted(where, stretch, room)), found);
    }

    Count count(Condition where) {
        return count(upTo(few + 1, where));
    }

    Count count(int found) {
        return new Count(Math.min(found, few), found <= few);
    }

    private int upTo(int most, Condition where) {
        return database.selectCount()
                .from(DSL.select(DSL.one()).from(from).where(where).limit(most))
                .fetchSingle(0, Integer.class);
    }

    /// Takes the rows as the order's index has them.
    private List<Record> walk(Condition check, Stretch stretch, int room) {
        var next = DSL.select(DSL.asterisk()).from(from).where(stretch.part()).orderBy(stretch.sort()).limit(WALKED);
        return database.select(columns)
                .from(next.asTable("r"))
                .where(check)
                .orderBy(stretch.sort())
                .limit(room)
                .fetch(r -> r);
    }

    /// Finds all rows if they are few, counts them, and sorts.
    private List<Record> foundAndSorted(Condition where, Stretch stretch, int room) {
        CommonTableExpression<Record> found = DSL.name(FOUND)
                .asMaterialized(DSL.select(DSL.asterisk()).from(from).where(where).limit(few + 1));
        return database.with(found)
                .select(columns)
                .select(DSL.field(DSL.selectCount().from(found)).as(HOW_MANY))
                .from(found)
                .where(stretch.part())
                .orderBy(stretch.sort())
                .limit(room)
                .fetch(r -> r);
    }

    /// Finds all rows, however many, and keeps the first: the offset keeps the planner from walking.
    private List<Record> sorted(Condition where, Stretch stretch, int room) {
        var all = DSL.select(DSL.asterisk()).from(from).where(where, stretch.part()).offset(DSL.inline(0));
        return database.select(columns)
                .from(all.asTable("r"))
                .orderBy(stretch.sort())
                .limit(room)
                .fetch(r -> r);
    }

    /// Section after section, until the page is full.
    private List<Record> read(Place place, int size, Source source) {
        Cursor cursor = place.cursor();
        boolean backward = place.backward();
        int last = order.sections() - 1;
        int here = cursor == null ? (backward ? last : 0) : order.section(cursor);
        List<Record> rows = new ArrayList<>();
        for (int section = here; section >= 0 && section <= last && rows.size() < size; section += backward ? -1 : 1) {
            Condition beyond = cursor != null && section == here ? order.beyond(cursor, backward) : DSL.noCondition();
            Stretch stretch = new Stretch(
                    order.within(section).and(beyond),
                    order.sort(backward, section));
            rows.addAll(readable(cursor, () -> source.read(stretch, size - rows.size())));
        }
        return rows;
    }

    /// The values of a cursor come from the address; the database tells whether they are of the columns' types.
    private static List<Record> readable(@Nullable Cursor cursor, Supplier<List<Record>> read) {
        try {
            return read.get();
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
}
