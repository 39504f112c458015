package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.RowPlace;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.Type;

/// SQL over the records of one register that make a figure, by date, newest first.
///
/// The date is compared as it is stored, so that an index on it can serve.
final class SourceSelection {

    private final Model.Use use;
    private final FactSql facts;
    private final ZoneId zone;
    private final boolean moments;
    private final String date;
    private final int measures;
    private final @Nullable Instant asOf;
    private final Sql columns;
    private final Sql where;
    private final Sql from;
    /// SQL of the last day of the window, or the first moment after it.
    private final String end;

    /// @param label SQL of the record's name
    SourceSelection(
            Model model,
            QualifiedId indicator,
            List<Aggregate> aggregates,
            Model.Use use,
            ExplainRequest request,
            ZoneId zone,
            String label) {
        this.use = use;
        this.zone = zone;
        this.asOf = request.asOf();
        this.measures = aggregates.size();
        SourceLayout layout = use.layout();
        this.facts = new FactSql(model, layout, zone, request.asOf());
        String field = layout.source().date();
        this.moments = layout.entity().require(field).type() instanceof FieldType.MomentType;
        this.date = "r." + Sql.quoted(field);
        List<Sql> selected = new ArrayList<>();
        List<Sql> counted = new ArrayList<>();
        selected.add(Sql.of("r._id, r._version, " + label + "::text as label, " + facts.unit() + " as unit, "
                + facts.date() + " as day, r._known_from, r._change, e.actor"));
        for (Aggregate aggregate : aggregates) {
            if (!Known.in(model.uses(indicator), aggregate).equals(use)) {
                selected.add(Sql.of("null::numeric"));
                continue;
            }
            Sql passes = aggregate.filter() == null ? Sql.of("true") : facts.expressions().of(aggregate.filter());
            counted.add(passes);
            selected.add(Sql.template("case when # then # end", passes, contribution(aggregate)));
        }
        this.columns = Sql.join(", ", selected);
        this.where = Sql.template(window(request) + " and (#)", Sql.join(" or ", counted));
        this.from = facts.rows().from();
        String last = "date '" + request.period().end() + "'";
        this.end = moments ? "(%s + 1)::timestamp at time zone '%s'".formatted(last, zone.getId()) : last;
    }

    QualifiedId entity() {
        return use.layout().source().entity();
    }

    /// One row `found` and, up to `limit` times, `id` and `at`: how many records there are, and those of a page. Past
    /// `most` records only their number, which is one more.
    Sql found(Collection<String> units, int most, @Nullable RowPlace beyond, boolean backward, int limit) {
        return Sql.template(
                "with found as materialized (select r._id as id, " + at() + " as at from # where # and # limit " + (most + 1)
                        + "), n as (select count(*) as found from found)"
                        + " select n.found, p.id, p.at from n left join lateral (select id, at from found"
                        + " where n.found <= " + most + " and " + beyond(beyond, backward)
                        + " order by " + order("at", "id", backward) + " limit " + limit + ") as p on true"
                        + " order by " + order("p.at", "p.id", backward),
                from,
                within(units),
                where);
    }

    Sql number(Collection<String> units, int most) {
        return Sql.template(
                "select count(*) from (select 1 from # where # and # limit " + most + ") as counted", from, within(units), where);
    }

    /// `id` and `at` of a page of many records, along the index on their date.
    ///
    /// @param days how far to look from where the page begins; null for as far as there are records
    Sql along(Collection<String> units, @Nullable RowPlace beyond, boolean backward, int limit, @Nullable Integer days) {
        String place = beyond == null
                ? "true"
                : "(%s, r._id) %s (%s, %d)".formatted(date, backward ? ">" : "<", stored(beyond.at()), beyond.id());
        return Sql.template(
                "select r._id as id, " + at() + " as at from # where # and # and " + place + near(beyond, backward, days) + " order by "
                        + order(date, "r._id", backward) + " limit " + limit,
                from,
                within(units),
                where);
    }

    private String near(@Nullable RowPlace beyond, boolean backward, @Nullable Integer days) {
        if (days == null || backward && beyond == null) return "";
        String begin = beyond == null ? end : stored(beyond.at());
        return " and %s %s (%s) %s".formatted(
                date, backward ? "<=" : ">=", begin, (backward ? "+ " : "- ") + (moments ? days + " * interval '1 day'" : days));
    }

    /// Whether an index of the register has its records by unit and by the date that they are sought by.
    boolean hasIndex() {
        Source source = use.layout().source();
        return use.layout().entity().indexes().stream()
                .anyMatch(fields -> fields.size() > 1
                        && fields.getFirst().equals(source.unit())
                        && fields.get(1).equals(source.date()));
    }

    Sql details(Collection<Long> ids) {
        return Sql.template("select # from # left join luoshi.audit_entry as e on e.number = r._change where r._id = any('{"
                + String.join(",", ids.stream().map(String::valueOf).toList()) + "}')", columns, from);
    }

    /// Records that count, of the units, in another version, otherwise or not at all in `later`, the same selection of a
    /// later moment: the columns of this one and then of that one, null where the record does not count. First those
    /// whose part is another.
    Sql changedTo(SourceSelection later, Collection<String> units, int limit) {
        String parts = IntStream.rangeClosed(1, measures).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String names = "(_id, _version, label, unit, day, _known_from, _change, actor, " + parts + ")";
        // a record that a reference leads to may have changed under the same version of the record itself
        boolean alone = !facts.rows().joins();
        Sql same = Sql.of("not exists (select 1 from ")
                .then(later.facts.rows().table())
                .then(" as x where x._id = r._id and x._version = r._version)");
        Sql since = Sql.of("r._known_from > ?::timestamptz", Objects.requireNonNull(asOf).atOffset(ZoneOffset.UTC));
        String moved = "row(" + prefixed("a", measures) + ") is distinct from row(" + prefixed("b", measures) + ")";
        return Sql.template(
                "with a" + names + " as (#), b" + names + " as (#) select a.*, b.* from a full join b on a._id = b._id"
                        + " where a._version is distinct from b._version or " + moved + " order by " + moved
                        + " desc, coalesce(a._id, b._id) limit " + limit,
                counting(units, alone ? same : Sql.of("true")),
                later.counting(units, alone ? since : Sql.of("true")));
    }

    private Sql counting(Collection<String> units, Sql narrowing) {
        return Sql.template(
                "select # from # left join luoshi.audit_entry as e on e.number = r._change where # and # and #",
                columns,
                from,
                within(units),
                where,
                narrowing);
    }

    private static String prefixed(String alias, int measures) {
        return IntStream.rangeClosed(1, measures).mapToObj(i -> alias + ".c" + i).collect(Collectors.joining(", "));
    }

    /// Written out: of a join the planner could only guess how many records the units have.
    private Sql within(Collection<String> units) {
        return Sql.of(facts.unit() + " = any(?)", (Object) units.toArray(String[]::new));
    }

    private static String beyond(@Nullable RowPlace place, boolean backward) {
        return place == null ? "true" : "(at, id) %s (%d, %d)".formatted(backward ? ">" : "<", place.at(), place.id());
    }

    private static String order(String at, String id, boolean backward) {
        return backward ? at + ", " + id : at + " desc, " + id + " desc";
    }

    private String at() {
        return moments ? "(extract(epoch from " + date + ") * 1000000)::bigint" : "(" + date + " - date '1970-01-01')::bigint";
    }

    private String stored(long at) {
        return moments
                ? "timestamptz '1970-01-01 00:00:00Z' + %d * interval '1 microsecond'".formatted(at)
                : "date '1970-01-01' + %d".formatted(Math.clamp(at, -700_000, 2_900_000));
    }

    private String window(ExplainRequest request) {
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
        String placed = moments
                ? "%1$s >= (%2$s)::timestamp at time zone '%4$s' and %1$s < (%3$s + 1)::timestamp at time zone '%4$s'"
                        .formatted(date, first, end, zone.getId())
                : "%s between %s and %s".formatted(date, first, end);
        return placed + standing;
    }

    private Sql contribution(Aggregate aggregate) {
        Expr value = aggregate.value();
        return value != null && value.type() instanceof Type.NumberType
                ? facts.expressions().numeric(value)
                : Sql.of("1::numeric");
    }
}
