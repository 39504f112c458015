package org.luoshi.pack.expression;

/// What the names of an expression are in SQL. Numbers may be `bigint` or `numeric`.
public interface SqlNames {

    default Sql field(Expr.FieldPath path) {
        throw new IllegalStateException("no record at hand for " + path);
    }

    /// Number of the record at hand: records are numbered as they are entered.
    default Sql record() {
        throw new IllegalStateException("no record at hand");
    }

    default Sql variable(Expr.Variable variable) {
        throw new IllegalStateException("no variable " + variable);
    }

    default Sql aggregate(Expr.Aggregate aggregate) {
        throw new IllegalStateException("no rows at hand for " + aggregate);
    }

    default Sql indicator(Expr.IndicatorValue value) {
        throw new IllegalStateException("no cells at hand for " + value);
    }

    /// A `date`.
    default Sql today() {
        throw new IllegalStateException("no day at hand");
    }

    /// Name of the city's time zone.
    default String zone() {
        return "Asia/Shanghai";
    }
}
