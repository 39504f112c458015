package org.luoshi.register.internal.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.luoshi.register.EntityTable;

/// An index of the current table. Each ends in `_id`, so that a page can go on exactly where the last one ended.
record Index(String name, List<String> columns) {

    static Index of(String table, List<String> columns) {
        String definition = String.join(",", columns);
        return new Index(Rule.name(table, String.join("_", columns), "idx", definition), columns);
    }

    String columnsSql() {
        return columns.stream().map(EntityTable::quote).collect(Collectors.joining(", "));
    }
}
