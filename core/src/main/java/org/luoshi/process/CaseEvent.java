package org.luoshi.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case.
///
/// @param actor account, or `system`
/// @param step id, where it happened at one
/// @param action id, where a step was finished
/// @param reason as the applicant may read it
/// @param change number of the audit entry
public record CaseEvent(
        int seq,
        Instant at,
        String actor,
        EventKind kind,
        @Nullable String step,
        @Nullable String action,
        @Nullable String reason,
        long change) {}
