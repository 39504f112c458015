package org.luoshi.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a record's history.
///
/// @param version of the record after the step; of the last version for a deletion
/// @param at when the step became known
/// @param by account
/// @param action of the audit entry, e.g. `record.update`
/// @param reason given for a deletion
public record RecordVersion(
        int version,
        Instant at,
        long change,
        String by,
        String action,
        boolean deleted,
        @Nullable String reason,
        List<FieldChange> changes) {
    public RecordVersion {
        changes = List.copyOf(changes);
    }
}
