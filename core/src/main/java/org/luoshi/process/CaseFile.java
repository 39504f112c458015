package org.luoshi.process;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;

/// A case as it stands.
///
/// @param number as people call it, e.g. `QYSQ-2025-000123`
/// @param version id of the version of the process that it runs on
/// @param record `_id` of its content in the process's register
/// @param row `_id` in the register of the process's cases
/// @param title the content's label
/// @param unit whose case it is
/// @param applicant account
/// @param outcome id, once it is closed
/// @param instance the engine's; null once the case is over
/// @param revision rises with each thing that happens to it
/// @param dueOn the nearest last day of its running clocks
public record CaseFile(
        long id,
        String number,
        QualifiedId process,
        long version,
        long record,
        long row,
        String title,
        String unit,
        String applicant,
        CaseState state,
        @Nullable String outcome,
        @Nullable String instance,
        int revision,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate dueOn) {

    /// The engine's instance.
    ///
    /// @throws IllegalStateException once the case is over
    public String runningInstance() {
        if (instance == null) throw new IllegalStateException(number + " is over");
        return instance;
    }

    /// The same on another version of its process.
    public CaseFile on(long otherVersion) {
        return new CaseFile(
                id, number, process, otherVersion, record, row, title, unit, applicant, state, outcome, instance, revision,
                openedAt, closedAt, dueOn);
    }

    /// The same with another nearest last day.
    public CaseFile due(@Nullable LocalDate day) {
        return new CaseFile(
                id, number, process, version, record, row, title, unit, applicant, state, outcome, instance, revision,
                openedAt, closedAt, day);
    }

    /// The same with its row among the facts.
    public CaseFile inRow(long newRow) {
        return new CaseFile(
                id, number, process, version, record, newRow, title, unit, applicant, state, outcome, instance, revision,
                openedAt, closedAt, dueOn);
    }
}
