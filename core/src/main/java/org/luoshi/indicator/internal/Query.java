package org.luoshi.indicator.internal;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.luoshi.pack.expression.Sql;

/// Runs pieces of SQL.
final class Query {

    private Query() {}

    static Result<Record> fetch(DSLContext database, Sql sql) {
        return database.resultQuery(sql.text(), sql.bindings().toArray()).fetch();
    }

    static int execute(DSLContext database, Sql sql) {
        return database.query(sql.text(), sql.bindings().toArray()).execute();
    }
}
