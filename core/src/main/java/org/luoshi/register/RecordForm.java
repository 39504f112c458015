package org.luoshi.register;

import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// A form for one record.
///
/// @param version that the writer has seen; 0 for a new record
/// @param problems what is wrong with the record as a whole
public record RecordForm(List<FormField> fields, int version, List<Text> problems) {

    public RecordForm {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /// The same with these fields only, in this order.
    public RecordForm only(List<String> ids) {
        return new RecordForm(ids.stream().flatMap(id -> field(id).stream()).toList(), version, problems);
    }

    public Optional<FormField> field(String id) {
        return fields.stream().filter(f -> f.field().id().equals(id)).findFirst();
    }

    public boolean hasErrors() {
        return !problems.isEmpty() || fields.stream().anyMatch(f -> f.error() != null);
    }
}
