package org.luoshi.register;

import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/// What a column holds.
///
/// @param sql the type as PostgreSQL's `format_type` writes it
/// @param java what jOOQ reads it as
public record ColumnType(String sql, DataType<?> java) {

    public static final ColumnType TEXT = new ColumnType("text", SQLDataType.VARCHAR);
    public static final ColumnType WHOLE = new ColumnType("bigint", SQLDataType.BIGINT);
    public static final ColumnType TRUTH = new ColumnType("boolean", SQLDataType.BOOLEAN);
    public static final ColumnType DATE = new ColumnType("date", SQLDataType.LOCALDATE);
    public static final ColumnType MOMENT = new ColumnType("timestamp with time zone", SQLDataType.INSTANT);

    /// Degrees; seven decimals are about a centimetre.
    public static final ColumnType DEGREES = decimal(10, 7);

    public static ColumnType decimal(int digits, int decimals) {
        return new ColumnType("numeric(%d,%d)".formatted(digits, decimals), SQLDataType.NUMERIC);
    }
}
