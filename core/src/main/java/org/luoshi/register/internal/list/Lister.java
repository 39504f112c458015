package org.luoshi.register.internal.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.register.Choice;
import org.luoshi.register.Count;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ListRequest;
import org.luoshi.register.PromptReading;
import org.luoshi.register.RecordPage;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.list.PageReader.Place;
import org.luoshi.register.internal.list.PageReader.Rows;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.record.RowMapping;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.schema.SearchIndexMissing;

/// Lists a register, a page at a time.
public final class Lister {

    /// Counting further costs more than anybody gains from it.
    private static final int COUNTED = 10_000;
    /// To be found by words costs several times as much as to have a value.
    private static final int COUNTED_BY_WORDS = 2_000;

    private final Entity entity;
    private final EntityTable table;
    private final Setting setting;
    private final DSLContext database;
    private final Conditions conditions;

    public Lister(Entity entity, Setting setting) {
        this.entity = entity;
        this.table = setting.table(entity);
        this.setting = setting;
        this.database = PromptReading.planned(setting.database());
        this.conditions = new Conditions(entity, setting);
    }

    public RecordPage list(ListRequest request, Viewer viewer) {
        return PromptReading.of(setting.transaction(), database, () -> page(request, viewer));
    }

    public Count count(ListRequest request, Viewer viewer) {
        return PromptReading.of(setting.transaction(), database, () -> {
            Narrowing narrowing = narrowing(request, RegisterSize.of(table, database), viewer);
            return reader(request, narrowing, Order.of(entity, null), List.of()).count(narrowing.finding());
        });
    }

    /// The first records whose label or key holds the words, those first whose key begins with them; blank for any. Read
    /// as of the moment that the setting reads.
    public List<Choice> choices(String words, int limit, Viewer viewer) {
        ListRequest request = ListRequest.first(limit).searching(words).asOf(setting.asOf());
        return PromptReading.of(setting.transaction(), database, () -> {
            Narrowing narrowing = narrowing(request, RegisterSize.of(table, database), viewer);
            PageReader reader = reader(request, narrowing, order(request, narrowing), ReferenceLabels.columns(entity));
            return read(reader, request, narrowing, Place.FIRST, limit).rows().stream()
                    .map(row -> ReferenceLabels.choice(entity, row, viewer))
                    .toList();
        });
    }

    private RecordPage page(ListRequest request, Viewer viewer) {
        RegisterSize size = RegisterSize.of(table, database);
        Set<String> sortable = Order.sortable(entity, size.small(table, database));
        if (request.sort() != null && !sortable.contains(request.sort().field())) {
            throw Order.notSortable(entity, request.sort().field());
        }
        Narrowing narrowing = narrowing(request, size, viewer);
        Order order = order(request, narrowing);
        boolean backward = request.before() != null;
        String text = backward ? request.before() : request.after();
        Cursor cursor = text == null ? null : Cursor.decode(text, order.size());
        RowMapping mapping = new RowMapping(table);
        PageReader reader = reader(request, narrowing, order, mapping.columns());
        Rows read = read(reader, request, narrowing, new Place(cursor, backward), request.size() + 1);
        List<Record> rows = new ArrayList<>(read.rows());
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
        Count count = whole
                ? new Count(rows.size(), true)
                : read.found() != null ? reader.count(read.found()) : reader.count(narrowing.finding());
        return new RecordPage(
                records,
                new ReferenceLabels(setting).of(entity, records, viewer),
                count,
                sortable,
                hasNext && !rows.isEmpty() ? order.cursor(rows.getLast()).encode() : null,
                hasPrevious && !rows.isEmpty() ? order.cursor(rows.getFirst()).encode() : null);
    }

    /// What narrows a list.
    ///
    /// @param finding the condition, as an index may answer it
    /// @param checking the same, for records that are at hand
    /// @param search null where no words are asked for
    /// @param share of the register's records that match, as the planner guesses
    private record Narrowing(Condition finding, Condition checking, @Nullable Search search, double share) {

        static final Narrowing NONE = new Narrowing(DSL.noCondition(), DSL.noCondition(), null, 1);

        int counted() {
            return search == null ? COUNTED : COUNTED_BY_WORDS;
        }
    }

    private Narrowing narrowing(ListRequest request, RegisterSize size, Viewer viewer) {
        Condition others = conditions.of(request.filters(), viewer, Permission.READ);
        Search search = Search.of(entity, request.search(), viewer).orElse(null);
        if (search == null) {
            return others.equals(DSL.noCondition()) ? Narrowing.NONE : new Narrowing(others, others, null, share(others, size));
        }
        Condition checking = others.and(search.hasEach());
        if (request.asOf() != null || !search.indexed() || !size.worthAnIndex()) {
            return new Narrowing(checking, checking, search, share(checking, size));
        }
        if (!size.searchable()) {
            setting.events().publishEvent(new SearchIndexMissing(entity.id()));
            return new Narrowing(checking, checking, search, share(checking, size));
        }
        List<Condition> finding = new ArrayList<>(List.of(others));
        for (String word : search.words()) {
            Condition byIndex = search.hasByIndex(word);
            finding.add(rare(share(byIndex, size), size) ? byIndex : search.has(word));
        }
        return new Narrowing(DSL.and(finding), checking, search, share(DSL.and(finding), size));
    }

    /// Whether it takes longer to read records until enough of them have a word than to take all that have it from the
    /// index: a record read costs about twenty times one in the index.
    private static boolean rare(double share, RegisterSize size) {
        return COUNTED_BY_WORDS / share * 20 > share * size.known();
    }

    private double share(Condition condition, RegisterSize size) {
        return size.worthAnIndex()
                ? Math.clamp(database.explain(DSL.selectOne().from(table.current()).where(condition)).rows() / size.known(), 0, 1)
                : 0; // all are read in no time
    }

    /// Searching for a code, one wants that code first.
    private Order order(ListRequest request, Narrowing narrowing) {
        Order order = Order.of(entity, request.sort());
        Search search = narrowing.search();
        if (search == null || request.sort() != null) {
            return order;
        }
        for (String beginning : search.beginnings()) {
            Condition begins = order.keysFirst(beginning).within(0);
            if (database.fetchExists(DSL.selectOne().from(table.asOf(request.asOf())).where(begins))) {
                return order.keysFirst(beginning);
            }
        }
        return order;
    }

    private PageReader reader(ListRequest request, Narrowing narrowing, Order order, List<? extends Field<?>> columns) {
        List<Field<?>> selected = new ArrayList<>(columns);
        for (int i = 0; i < order.size(); i++) {
            selected.add(order.columns().get(i).as("_o" + i));
        }
        return new PageReader(database, table.asOf(request.asOf()), order, selected, narrowing.counted());
    }

    private static Rows read(PageReader reader, ListRequest request, Narrowing narrowing, Place place, int size) {
        return narrowing != Narrowing.NONE && request.asOf() == null
                ? reader.narrowed(narrowing.finding(), narrowing.checking(), narrowing.share(), place, size)
                : reader.straight(narrowing.checking(), place, size);
    }
}
