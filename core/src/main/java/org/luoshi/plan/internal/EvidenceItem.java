package org.luoshi.plan.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of a piece of evidence in its register.
///
/// @param milestone absent for the commitment as a whole
/// @param verifiedOn day of the verdict, whichever it is; absent until there is one
/// @param knownTo end of the stretch in which this version was the known one; null: still
public record EvidenceItem(
        long id,
        String label,
        String commitment,
        @Nullable String milestone,
        @Nullable LocalDate happenedOn,
        boolean accepted,
        @Nullable String verdict,
        @Nullable LocalDate verifiedOn,
        Instant knownFrom,
        @Nullable Instant knownTo) {

    boolean knownAt(Instant moment) {
        return !knownFrom.isAfter(moment) && (knownTo == null || knownTo.isAfter(moment));
    }
}
