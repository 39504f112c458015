package org.luoshi.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A page of records.
///
/// @param references labels of the records that the rows refer to: field → `_id` → label
/// @param count of all records that the request asks for
/// @param sortable fields by which this register can be sorted at its present size
/// @param next cursor for the page after, null on the last
/// @param previous cursor for the page before, null on the first
public record RecordPage(
        List<RegisterRecord> rows,
        Map<String, Map<Long, String>> references,
        Count count,
        Set<String> sortable,
        @Nullable String next,
        @Nullable String previous) {

    public RecordPage {
        rows = List.copyOf(rows);
        references = Map.copyOf(references);
        sortable = Set.copyOf(sortable);
    }
}
