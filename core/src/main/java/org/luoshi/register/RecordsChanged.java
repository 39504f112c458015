package org.luoshi.register;

import java.util.List;
import org.luoshi.audit.Change;
import org.luoshi.pack.QualifiedId;

/// Some records of a register have changed. Published inside the transaction of the change; values are not masked.
public record RecordsChanged(QualifiedId entity, Change change, List<RecordChange> changes) {
    public RecordsChanged {
        changes = List.copyOf(changes);
    }
}
