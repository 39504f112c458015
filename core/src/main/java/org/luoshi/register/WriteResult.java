package org.luoshi.register;

import java.util.List;
import org.luoshi.audit.Change;

/// Outcome of writing one record.
public sealed interface WriteResult {

    /// @param record as written; after a deletion, its last version
    record Written(RegisterRecord record, Change change) implements WriteResult {}

    /// The record already was as asked for; no change was made.
    record Unchanged(RegisterRecord record) implements WriteResult {}

    /// Somebody else has written it since it was read; nothing was written.
    ///
    /// @param current the record as it is now
    /// @param by account that wrote it last
    /// @param differences fields that differ in any of the three
    record Conflict(RegisterRecord current, String by, List<FieldDifference> differences) implements WriteResult {
        public Conflict {
            differences = List.copyOf(differences);
        }
    }

    record Refused(List<FieldError> errors) implements WriteResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /// There is no such record, or not for this viewer.
    record Missing() implements WriteResult {}
}
