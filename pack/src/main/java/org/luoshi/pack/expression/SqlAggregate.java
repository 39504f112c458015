package org.luoshi.pack.expression;

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
}
