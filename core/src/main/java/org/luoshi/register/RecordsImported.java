package org.luoshi.register;

import org.luoshi.audit.Change;
import org.luoshi.pack.QualifiedId;

/// Too many records to name have changed: those whose `_change` is the change's number, and in history those that it
/// ended (`_ended_by`). Published inside the transaction of the change.
///
/// @param created records that are new
/// @param updated records that have a new version
/// @param first whether these are all records that the register has, so that there is nothing to tell them apart from
public record RecordsImported(QualifiedId entity, Change change, long created, long updated, boolean first) {}
