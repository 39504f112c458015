package org.luoshi.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A register's schema.
///
/// @param key fields of the business key, unique together; at least one
/// @param label the field shown as a record's name
/// @param unit the field of type unit that says whom a record belongs to, for access and indicators
/// @param fields in declaration order
/// @param indexes column lists to index beyond key and unit
/// @param list default columns of the list page
/// @param renamed old field id → present field id, for the schema plan
public record Entity(
        QualifiedId id,
        Text title,
        Text plural,
        List<String> key,
        String label,
        @Nullable String unit,
        List<Field> fields,
        List<Constraint> constraints,
        List<List<String>> indexes,
        List<String> list,
        Map<String, String> renamed) {

    public Entity {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        list = List.copyOf(list);
        renamed = Map.copyOf(renamed);
    }

    public Optional<Field> field(String fieldId) {
        return fields.stream().filter(f -> f.id().equals(fieldId)).findFirst();
    }

    /// Fields that only some set.
    public List<Field> reserved() {
        return fields.stream().filter(Field::reserved).toList();
    }

    /// The field, for callers that have checked that it exists.
    ///
    /// @throws IllegalArgumentException if the entity has no such field
    public Field require(String fieldId) {
        return field(fieldId)
                .orElseThrow(() -> new IllegalArgumentException("no field `" + fieldId + "` on `" + id + "`"));
    }
}
