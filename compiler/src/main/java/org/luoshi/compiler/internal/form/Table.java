package org.luoshi.compiler.internal.form;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// A CSV file of the city pack.
///
/// @param path from the pack's folder
public record Table(String id, Text title, Text about, String path, List<Column> columns, String example) {

    public Table {
        columns = List.copyOf(columns);
    }

    /// @param required whether each row must have a value
    public record Column(String name, boolean required, Text about) {}

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
