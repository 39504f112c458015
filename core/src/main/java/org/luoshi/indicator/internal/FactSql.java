package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.internal.Slot.Part;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.RowSource;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.SqlAggregate;
import org.luoshi.pack.expression.SqlExpression;

/// SQL over one source's records, as known now or at a moment.
final class FactSql {

    private final SourceLayout layout;
    private final Source source;
    private final RowSource rows;
    private final SqlExpression expressions;
    private final ZoneId zone;

    FactSql(Model model, SourceLayout layout, ZoneId zone, @Nullable Instant moment) {
        this.layout = layout;
        this.source = layout.source();
        this.zone = zone;
        this.rows = new RowSource(
                layout.entity(), "r", model::entity, id -> Sql.of(model.table(id).asOfSql(moment)));
        this.expressions = new SqlExpression(rows);
    }

    RowSource rows() {
        return rows;
    }

    SqlExpression expressions() {
        return expressions;
    }

    String unit() {
        return "r." + Sql.quoted(source.unit());
    }

    /// The day from which a record counts.
    String date() {
        return day(source.date());
    }

    /// Columns `unit`, `period`, `records`, `slots`: what each unit's records in each period add.
    ///
    /// @param keys rows `(unit, first, last)` to which the records are narrowed, or null for all
    Sql partials(@Nullable Sql keys) {
        return partials(Sql.of(""), keys);
    }

    /// The same of some records alone.
    Sql partialsOf(Collection<Long> records) {
        return partials(Sql.of(" and r._id = any(?)", (Object) records.toArray(Long[]::new)), null);
    }

    private Sql partials(Sql only, @Nullable Sql keys) {
        if (!standing()) return partials(date(), only, keys);
        String lasting = " and (%1$s is null or %1$s > %2$s)".formatted(until(), date());
        String combined = IntStream.rangeClosed(1, layout.slots().size())
                .mapToObj("sum(slots[%d])"::formatted)
                .collect(Collectors.joining(", "));
        String taken = IntStream.rangeClosed(1, layout.slots().size())
                .mapToObj("- slots[%d]"::formatted)
                .collect(Collectors.joining(", "));
        // what stands adds on its first day and takes away on the day it ends; apart, since each has its own index
        return Sql.template(
                "select unit, period, sum(records)::bigint as records, array[" + combined + "]::numeric[] as slots from ("
                        + "select * from (#) as begun union all select unit, period, - records, array[" + taken
                        + "]::numeric[] from (#) as ended) as moves group by 1, 2",
                partials(date(), only.then(lasting), keys),
                partials(until(), only.then(lasting + " and " + date() + " is not null"), keys));
    }

    /// @param at the day that places a record
    /// @param condition beside those that every record meets
    private Sql partials(String at, Sql condition, @Nullable Sql keys) {
        List<Sql> slots = layout.slots().stream().map(this::slot).toList();
        Sql select = Sql.template(
                "select " + unit() + " as unit, " + PeriodSql.start(source.period(), at)
                        + " as period, count(*)::bigint as records, array[#]::numeric[] as slots from #",
                Sql.join(", ", slots),
                rows.from());
        if (keys != null)
            select = select.then(Sql.template(
                    " join (#) as k(unit, first, last) on k.unit = " + unit() + " and " + at + " between k.first and k.last",
                    keys));
        return select.then(" where " + unit() + " is not null and " + at + " is not null")
                .then(condition)
                .then(" group by 1, 2");
    }

    /// Rows `(unit, period)` that changed records touch, from any of the register's tables.
    ///
    /// @param table the current table or the history
    /// @param condition on the table's own columns, with alias `r`
    String touched(String table, String condition) {
        String dates = source.until() == null
                ? "values (" + date() + ")"
                : "values (" + date() + "), (" + until() + ")";
        String period = PeriodSql.start(source.period(), "e.at");
        return "select distinct " + unit() + " as unit, " + period + " as period from " + table + " as r cross join lateral (" + dates + ") as e(at) where " + unit()
                + " is not null and e.at is not null and " + condition;
    }

    /// Columns `ancestor`, `period` and one per aggregate that does not add up, by looking at every record.
    Sql exact(RollUpSql window, @Nullable Sql ancestors) {
        List<Sql> values = layout.exact().stream().map(a -> SqlAggregate.of(a, rows)).toList();
        PeriodKind kind = source.period();
        String first = switch (window.accumulate()) {
            case WITHIN -> "q.period";
            case YEAR_TO_DATE -> PeriodSql.yearStart(kind, "q.period");
            case TO_DATE, STANDING -> "date '0001-01-01'";
        };
        Sql select = Sql.template("select m.ancestor, q.period, # from #", Sql.join(", ", values), rows.from());
        select = select.then(Sql.of(
                " join (select g::date as period, " + PeriodSql.end(kind, "g::date")
                        + " as last from generate_series(?::date, ?::date, " + PeriodSql.step(kind) + ") as g) as q on "
                        + date() + " between " + first + " and q.last",
                window.from(),
                window.to()));
        if (standing()) select = select.then(" and (%1$s is null or %1$s > q.last)".formatted(until()));
        select = select.then(window.members().join(unit(), "q.last"));
        if (ancestors != null) select = select.then(Sql.template(" where m.ancestor in (#)", ancestors));
        return select.then(" group by 1, 2");
    }

    /// Rows whose references lead to changed records of another register: `(unit, period)` as in [#touched].
    ///
    /// @param path reference fields from the source's register to the changed one
    static Sql touchedThrough(Model model, SourceLayout layout, ZoneId zone, List<String> path, Sql changedIds) {
        FactSql facts = new FactSql(model, layout, zone, null);
        Sql reference = facts.rows.column(path);
        String dates = layout.source().until() == null
                ? "values (" + facts.date() + ")"
                : "values (" + facts.date() + "), (" + facts.until() + ")";
        return Sql.template(
                "select distinct " + facts.unit() + " as unit, "
                        + PeriodSql.start(layout.source().period(), "e.at") + " as period from # cross join lateral ("
                        + dates + ") as e(at) where " + facts.unit() + " is not null and e.at is not null and # in (#)",
                facts.rows.from(),
                reference,
                changedIds);
    }

    /// Reference paths, from the source's register, that its expressions follow to another register.
    static List<List<String>> pathsTo(Model model, SourceLayout layout, QualifiedId target) {
        List<List<String>> paths = new ArrayList<>();
        layout.slots().stream().map(Slot::aggregate).forEach(a -> collect(model, a, target, paths));
        layout.exact().forEach(a -> collect(model, a, target, paths));
        return paths.stream().distinct().toList();
    }

    private static void collect(Model model, Aggregate aggregate, QualifiedId target, List<List<String>> paths) {
        aggregate.all()
                .filter(Expr.FieldPath.class::isInstance)
                .map(Expr.FieldPath.class::cast)
                .forEach(path -> {
                    var entity = model.entity(aggregate.entity());
                    for (int i = 0; i < path.path().size() - 1; i++) {
                        FieldType type = entity.require(path.path().get(i)).type();
                        QualifiedId next = ((FieldType.ReferenceType) type).entity();
                        if (next.equals(target)) paths.add(List.copyOf(path.path().subList(0, i + 1)));
                        entity = model.entity(next);
                    }
                });
    }

    private boolean standing() {
        return source.until() != null;
    }

    String until() {
        return day(Objects.requireNonNull(source.until()));
    }

    private Sql slot(Slot slot) {
        Aggregate aggregate = slot.aggregate();
        Sql filter = aggregate.filter() == null ? null : expressions.of(aggregate.filter());
        return switch (slot.part()) {
            case NUMBER -> filtered(aggregate.value() == null ? Sql.of("count(*)") : Sql.template("count(#)", value(aggregate)), filter);
            case TOTAL -> filtered(Sql.template("sum(#)", value(aggregate)), filter);
            case WEIGHTED -> filtered(Sql.template("sum(# * #)", value(aggregate), weight(aggregate)), filter);
            case WEIGHT ->
                filtered(
                        Sql.template("sum(case when # is not null then # end)", value(aggregate), weight(aggregate)),
                        filter);
            case LOWEST -> filtered(Sql.template("min(#)", value(aggregate)), filter);
            case HIGHEST -> filtered(Sql.template("max(#)", value(aggregate)), filter);
        };
    }

    private Sql value(Aggregate aggregate) {
        return expressions.numeric(Objects.requireNonNull(aggregate.value()));
    }

    private Sql weight(Aggregate aggregate) {
        return expressions.numeric(Objects.requireNonNull(aggregate.beside()));
    }

    private static Sql filtered(Sql aggregate, @Nullable Sql filter) {
        return filter == null ? aggregate : aggregate.then(Sql.template(" filter (where #)", filter));
    }

    private String day(String field) {
        String column = "r." + Sql.quoted(field);
        return layout.entity().require(field).type() instanceof FieldType.MomentType
                ? "(%s at time zone '%s')::date".formatted(column, zone.getId())
                : column;
    }
}
