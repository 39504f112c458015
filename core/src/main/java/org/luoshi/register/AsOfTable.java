package org.luoshi.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;

/// The records of an entity as they were known at a moment, for writers of SQL.
public final class AsOfTable {

    private AsOfTable() {}

    /// A FROM-fragment without alias: the plain table for the present, else the union with history.
    ///
    /// @param moment null for the present; precision beyond microseconds is ignored by the database
    public static String sql(Entity entity, @Nullable Instant moment) {
        return new EntityTable(entity).asOfSql(moment);
    }
}
