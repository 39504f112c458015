package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.expression.Sql;

/// Partial sums, rolled up the unit tree and along time.
///
/// A unit belongs to the ancestor that is above it on the last day of the period asked for, also with what it did
/// before: a figure to date is the past of today's units.
///
/// Running sums are materialized: a planner without statistics would otherwise make them again for every unit.
///
/// @param slots places, counted from 1, of the slots that somebody needs
/// @param members in which tree
/// @param from first period with a result, `to` the last
record RollUpSql(
        SourceLayout layout,
        Accumulate accumulate,
        NavigableSet<Integer> slots,
        Members members,
        LocalDate from,
        LocalDate to) {

    /// Before it there are no facts.
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /// The closure of a unit tree, as known at some moment.
    ///
    /// @param ancestors as made by [org.luoshi.access.Units#ancestors]
    /// @param basis `administrative` or `statistical`
    record Members(String ancestors, String basis) {

        /// Joins each unit, as `m`, with everything above it, itself included.
        String join(String unit, String day) {
            return (" join %1$s as m on m.unit = %2$s and m.basis = '%3$s' and m.valid_from <= %4$s"
                            + " and (m.valid_to is null or m.valid_to > %4$s)")
                    .formatted(ancestors, unit, basis, day);
        }
    }

    /// Ids as a list for `in`.
    static Sql list(Collection<String> ids) {
        return Sql.join(", ", ids.stream().map(id -> Sql.of("?::text", id)).toList());
    }

    /// Columns `ancestor`, `period`, `records`, `s1` … for every period of the range that has something.
    ///
    /// @param partials as made by [FactSql#partials]
    /// @param ancestors narrowing, or null for every unit
    Sql over(Sql partials, @Nullable Collection<String> ancestors) {
        Sql own = ancestors == null
                ? Sql.of("")
                : Sql.template(
                        " where unit in (select a.unit from " + members.ancestors() + " as a where a.basis = '"
                                + members.basis() + "' and a.ancestor in (#))",
                        list(ancestors));
        Sql wanted = ancestors == null ? Sql.of("") : Sql.template(" where m.ancestor in (#)", list(ancestors));
        Sql sums = Sql.of(" select m.ancestor, g.period, sum(g.records)::bigint as records"
                + slots(i -> ", %s(g.s%d) as s%d".formatted(combine(i), i, i)) + " from spread as g"
                + members.join("g.unit", PeriodSql.end(kind(), "g.period")));
        return Sql.template(
                "with fact as (#), leaf as (select * from fact#)### group by 1, 2",
                partials,
                own,
                accumulate == Accumulate.WITHIN ? within() : running(),
                sums,
                wanted);
    }

    private Sql within() {
        return Sql.of(
                ", spread as materialized (select unit, period, records" + slots(i -> ", slots[%1$d] as s%1$d".formatted(i))
                        + " from leaf where period between ?::date and ?::date)",
                from,
                to);
    }

    /// Running sums per unit, repeated for the periods in which nothing was added.
    private Sql running() {
        boolean yearly = accumulate == Accumulate.YEAR_TO_DATE;
        String cumulated = ", cumulated as materialized (select unit, period, lead(period) over w as next,"
                + " sum(records) over w as records"
                + slots(i -> ", %1$s(s%2$d) over w as s%2$d".formatted(combine(i), i))
                + " from opened window w as (partition by unit"
                + (yearly ? ", " + PeriodSql.year(kind(), "period") : "") + " order by period))";
        String step = PeriodSql.step(kind());
        String spread = ", spread as materialized (select c.unit, q::date as period, c.records"
                + slots(i -> ", c.s" + i)
                + " from cumulated as c cross join lateral generate_series(greatest(c.period, ?::date),"
                + " coalesce((c.next - " + step + ")::date, ?::date), " + step + ") as q"
                + " where q::date between ?::date and ?::date"
                + (yearly ? " and " + PeriodSql.year(kind(), "q") + " = " + PeriodSql.year(kind(), "c.period") : "")
                + ")";
        return opened(yearly).then(Sql.of(cumulated + spread, from, to, from, to));
    }

    /// What lies before the first period wanted is one row a unit, or of no account where a year begins in between.
    private Sql opened(boolean yearly) {
        String plain = slots(i -> ", slots[%1$d] as s%1$d".formatted(i));
        if (from.equals(BEGINNING)) return Sql.of(", opened as (select unit, period, records" + plain + " from leaf)");
        if (yearly)
            return Sql.of(
                    ", opened as (select unit, period, records" + plain + " from leaf where period >= "
                            + PeriodSql.yearStart(kind(), "?::date") + ")",
                    yearStarts());
        return Sql.of(
                ", opened as (select unit, greatest(period, ?::date) as period, sum(records)::bigint as records"
                        + slots(i -> ", %1$s(slots[%2$d]) as s%2$d".formatted(combine(i), i))
                        + " from leaf group by 1, 2)",
                from);
    }

    /// As often as the expression names it.
    private Object[] yearStarts() {
        long times = PeriodSql.yearStart(kind(), "?").chars().filter(c -> c == '?').count();
        return Collections.nCopies(Math.toIntExact(times), from).toArray();
    }

    private PeriodKind kind() {
        return layout.source().period();
    }

    private String combine(int place) {
        return layout.slots().get(place - 1).part().combine;
    }

    /// @param column from the slot's place, counted from 1
    private String slots(IntFunction<String> column) {
        return slots.stream().map(column::apply).collect(Collectors.joining());
    }
}
