package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation.SourceRow;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.Type;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// The records that make a figure: those of the unit's subtree, in the period's window, that pass a filter.
@Component
public class SourceRows {

    /// Counting further costs more than anybody gains from it.
    static final int COUNTED = 10_000;

    private final DSLContext database;
    private final Units units;
    private final Registers registers;
    private final Clock clock;

    public SourceRows(DSLContext database, Units units, Registers registers, Clock clock) {
        this.database = database;
        this.units = units;
        this.registers = registers;
        this.clock = clock;
    }

    /// @param visible and `hidden` each at most [#COUNTED] a register
    /// @param more whether there are more than were counted
    record Page(List<SourceRow> rows, long visible, long hidden, boolean more) {}

    /// Registers one after another, each by date, newest first.
    Page page(Model model, Indicator indicator, List<Aggregate> aggregates, ExplainRequest request, Viewer viewer) {
        Set<Model.Use> uses = new LinkedHashSet<>();
        aggregates.forEach(aggregate -> uses.add(model.uses(indicator.id()).get(aggregate)));
        List<SourceRow> rows = new ArrayList<>();
        long visible = 0;
        long hidden = 0;
        boolean more = false;
        boolean all = viewer.everywhere() || readsAllBelow(viewer, indicator, request);
        for (Model.Use use : uses) {
            Selection selection = selection(model, indicator, aggregates, use, request);
            Sql readable = all ? Sql.of("") : readable(selection, viewer);
            long mine = count(selection, readable);
            long others = all ? 0 : count(selection, Sql.template(" and not (true #)", readable));
            int skip = (int) Math.max(0, Math.min(Integer.MAX_VALUE, request.offset() - visible));
            int room = request.limit() - rows.size();
            if (room > 0 && skip < mine) rows.addAll(read(use, selection, aggregates, readable, skip, room));
            visible += Math.min(mine, COUNTED);
            hidden += Math.min(others, COUNTED);
            more |= mine > COUNTED || others > COUNTED;
        }
        return new Page(rows, visible, hidden, more);
    }

    /// @param columns the record's own, then one contribution per aggregate
    /// @param from everything from `from` to the end of `where`
    private record Selection(Sql columns, Sql from, String unit) {}

    private Selection selection(
            Model model, Indicator indicator, List<Aggregate> aggregates, Model.Use use, ExplainRequest request) {
        SourceLayout layout = use.layout();
        Instant moment = request.asOf();
        FactSql facts = new FactSql(model, layout, clock.getZone(), moment);
        List<Sql> columns = new ArrayList<>();
        List<Sql> counted = new ArrayList<>();
        String label = label(layout.entity());
        columns.add(Sql.of("r._id, r._version, " + label + "::text as label, " + facts.unit() + " as unit, "
                + facts.date() + " as day, r._known_from, r._change, e.actor"));
        for (Aggregate aggregate : aggregates) {
            boolean own = model.uses(indicator.id()).get(aggregate).equals(use);
            if (!own) {
                columns.add(Sql.of("null::numeric"));
                continue;
            }
            Sql passes = aggregate.filter() == null
                    ? Sql.of("true")
                    : facts.expressions().of(aggregate.filter());
            counted.add(passes);
            columns.add(Sql.template("case when # then # end", passes, contribution(facts, aggregate)));
        }
        Sql from = facts.rows().from()
                .then(new RollUpSql.Members(units.ancestors(moment), indicator.basis().id())
                        .join(facts.unit(), "date '" + request.period().end() + "'"))
                .then(" left join luoshi.audit_entry as e on e.number = r._change where m.ancestor = ")
                .then(Sql.of("?::text and ", request.unit()))
                .then(window(facts, use, request))
                .then(Sql.template(" and (#)", Sql.join(" or ", counted)));
        return new Selection(Sql.join(", ", columns), from, facts.unit());
    }

    /// The record's name; its number where the name is personal data, or was not marked so until later.
    private String label(Entity entity) {
        boolean personal = isPersonal(entity, entity.label())
                || registers.packs()
                        .entity(entity.id())
                        .filter(now -> isPersonal(now, now.renamed().getOrDefault(entity.label(), entity.label())))
                        .isPresent();
        return personal ? "r._id" : "r." + Sql.quoted(entity.label());
    }

    private static boolean isPersonal(Entity entity, String field) {
        return entity.field(field).filter(found -> found.personal() != null).isPresent();
    }

    private static Sql contribution(FactSql facts, Aggregate aggregate) {
        boolean number = aggregate.value() != null
                && aggregate.value().type() instanceof Type.NumberType;
        return number ? facts.expressions().numeric(aggregate.value()) : Sql.of("1::numeric");
    }

    private static Sql window(FactSql facts, Model.Use use, ExplainRequest request) {
        PeriodKind kind = request.period().kind();
        String start = "date '" + request.period().start() + "'";
        String end = "date '" + request.period().end() + "'";
        String first = switch (use.accumulate()) {
            case WITHIN -> start;
            case YEAR_TO_DATE -> PeriodSql.yearStart(kind, start);
            case TO_DATE, STANDING -> "date '0001-01-01'";
        };
        String standing = use.accumulate() == Accumulate.STANDING && use.layout().source().until() != null
                ? " and (%1$s is null or %1$s > %2$s)".formatted(facts.until(), end)
                : "";
        return Sql.of(facts.date() + " between " + first + " and " + end + standing);
    }

    /// Whether every unit whose records can count is one that the viewer reads: then nothing need be compared.
    private boolean readsAllBelow(Viewer viewer, Indicator indicator, ExplainRequest request) {
        Set<String> roots = viewer.scope(Permission.READ);
        List<Unit> below = units.tree(request.asOf()).subtree(request.unit(), indicator.basis(), request.period().end());
        return !below.isEmpty() && below.stream().allMatch(unit -> units.isWithin(unit.id(), roots));
    }

    private long count(Selection selection, Sql readable) {
        Sql query = Sql.template("select count(*) from (select 1 from ##", selection.from(), readable)
                .then(" limit " + (COUNTED + 1) + ") as counted");
        return Query.fetch(database, query).getFirst().get(0, Long.class);
    }

    private List<SourceRow> read(
            Model.Use use, Selection selection, List<Aggregate> aggregates, Sql readable, int offset, int limit) {
        Sql query = Sql.template("select # from #", selection.columns(), selection.from())
                .then(readable)
                .then(Sql.of(" order by day desc, r._id desc offset ? limit ?", offset, limit));
        return Query.fetch(database, query).map(row -> row(use, row, aggregates.size()));
    }

    /// The same rule as [org.luoshi.access.RowFilter], for SQL written here.
    private static Sql readable(Selection selection, Viewer viewer) {
        Set<String> roots = viewer.scope(Permission.READ);
        if (roots.isEmpty()) return Sql.of(" and false");
        return Sql.template(
                " and " + selection.unit() + " in (select unit from luoshi.unit_ancestor where ancestor in (#))",
                RollUpSql.list(roots));
    }

    private static SourceRow row(Model.Use use, Record row, int measures) {
        List<@Nullable BigDecimal> contributions = new ArrayList<>();
        for (int i = 0; i < measures; i++) contributions.add(row.get(8 + i, BigDecimal.class));
        return new SourceRow(
                use.layout().source().entity(),
                row.get("_id", Long.class),
                row.get("_version", Integer.class),
                String.valueOf(row.get("label")),
                row.get("unit", String.class),
                row.get("day", LocalDate.class),
                contributions,
                row.get("_known_from", Instant.class),
                row.get("_change", Long.class),
                String.valueOf(row.get("actor")));
    }
}
