package org.luoshi.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The same change to many records.
///
/// @param ids of the selected records; empty for all that `records` asks for
/// @param records filters and search, where no ids are given
/// @param values fields to change, by id
public record BulkEdit(Set<Long> ids, ListRequest records, Map<String, ? extends @Nullable Object> values) {

    /// More at once is an import's work.
    public static final int MOST = 10_000;

    public static BulkEdit ofSelected(Set<Long> ids, Map<String, ? extends @Nullable Object> values) {
        return new BulkEdit(Set.copyOf(ids), ListRequest.first(1), values);
    }

    public static BulkEdit ofFiltered(ListRequest records, Map<String, ? extends @Nullable Object> values) {
        return new BulkEdit(Set.of(), records, values);
    }

    /// What it does or would do.
    ///
    /// @param changed records that get a new version; nothing is written while there are `refusals`
    /// @param unchanged records that already are so
    /// @param sample the first few, before and after
    /// @param refusals records that would break a rule, with what it is
    /// @param change null for a preview, or where nothing was written
    public record Result(
            int changed,
            int unchanged,
            List<RecordChange> sample,
            List<Refusal> refusals,
            org.luoshi.audit.@Nullable Change change) {}

    public record Refusal(long id, List<FieldError> errors) {}
}
