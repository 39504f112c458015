package org.luoshi.register;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the database now keeps a register as it was declared at some moment.
///
/// @param schema of its two tables; null where the register was erased
/// @param renamed columns that have another name now; null for the name where the column was erased
/// @param kept columns of departed fields, which versions carry on
public record Place(
        @Nullable String schema, Map<String, @Nullable String> renamed, Set<String> kept) {

    /// Of a register in which nothing ever departed.
    static Place ordinary(String schema) {
        return new Place(schema, Map.of(), Set.of());
    }

    boolean isErased(String column) {
        return schema == null || renamed.containsKey(column) && renamed.get(column) == null;
    }

    boolean isOrdinary() {
        return schema != null && renamed.isEmpty();
    }
}
