package org.luoshi.pack.expression;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.expression.Expr.Aggregate;

/// An aggregate as SQL over the rows at hand. The result is `numeric`; null where there was nothing to aggregate.
public final class SqlAggregate {

    private SqlAggregate() {}

    /// @param rows names of one row's fields
    public static Sql of(Aggregate aggregate, SqlNames rows) {
        SqlExpression row = new SqlExpression(rows);
        Sql where = aggregate.filter() == null
                ? Sql.of("")
                : Sql.template(" filter (where #)", row.of(aggregate.filter()));
        if (aggregate.value() == null) return Sql.template("(count(*)#)::numeric", where);
        return switch (aggregate.kind()) {
            case COUNT -> Sql.template("(count(#)#)::numeric", row.of(aggregate.value()), where);
            case DISTINCT -> Sql.template("(count(distinct #)#)::numeric", row.of(aggregate.value()), where);
            case SUM -> Sql.template("(sum(#)#)", row.numeric(aggregate.value()), where);
            case MIN -> Sql.template("(min(#)#)", row.numeric(aggregate.value()), where);
            case MAX -> Sql.template("(max(#)#)", row.numeric(aggregate.value()), where);
            case MEAN -> {
                Sql value = row.numeric(aggregate.value());
                yield SqlExpression.quotient(
                        Sql.template("(sum(#)#)", value, where), Sql.template("(count(#)#)", value, where));
            }
            case WEIGHTED_MEAN -> {
                Sql value = row.numeric(aggregate.value());
                Sql weight = row.numeric(beside(aggregate));
                yield SqlExpression.quotient(
                        Sql.template("(sum(# * #)#)", value, weight, where),
                        Sql.template("(sum(case when # is not null then # end)#)", value, weight, where));
            }
            case PERCENTILE -> {
                // percentile_disc would count its rank in double precision
                Sql value = row.numeric(aggregate.value());
                yield Sql.template(
                        "((array_agg(# order by #)#)[ceil((count(#)#) * # * 0.01)::int])",
                        value,
                        value,
                        known(aggregate, row, value),
                        value,
                        where,
                        row.of(beside(aggregate)));
            }
            case FIRST, LAST -> {
                Sql value = row.numeric(aggregate.value());
                Sql order = row.of(beside(aggregate));
                String way = aggregate.kind() == Expr.AggregateKind.FIRST ? "" : " desc";
                yield Sql.template(
                        "((array_agg(# order by #" + way + ", #" + way + ")#)[1])",
                        value,
                        order,
                        rows.record(),
                        known(aggregate, row, value, order));
            }
            case MEDIAN -> {
                // percentile_cont would go through double precision
                Sql value = row.numeric(aggregate.value());
                yield Sql.template(
                        "((percentile_disc(0.5) within group (order by #)# + "
                                + "percentile_disc(0.5) within group (order by # desc)#) * 0.5)",
                        value,
                        where,
                        value,
                        where);
            }
        };
    }

    private static Expr beside(Aggregate aggregate) {
        return Known.present(aggregate.beside(), "second argument of " + aggregate.kind());
    }

    /// Narrowed to the rows that have all the values.
    private static Sql known(Aggregate aggregate, SqlExpression row, Sql... values) {
        List<Sql> conditions = new ArrayList<>();
        if (aggregate.filter() != null) conditions.add(row.of(aggregate.filter()));
        for (Sql value : values) conditions.add(value.then(" is not null"));
        return Sql.template(" filter (where #)", Sql.join(" and ", conditions));
    }
}
