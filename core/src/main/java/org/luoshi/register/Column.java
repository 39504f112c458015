package org.luoshi.register;

import org.jooq.impl.DSL;

/// A column of a register's tables.
///
/// @param field id of the entity's field that it belongs to
public record Column(String name, String field, ColumnType type) {

    public org.jooq.Field<?> jooq() {
        return DSL.field(DSL.name(name), type.java());
    }
}
