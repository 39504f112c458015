package org.luoshi.process;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Role;

/// What somebody is to do in a case, or did.
///
/// @param engineTask the engine's id of the step
/// @param caseRole id of the process's role that does it; null for a signer who was added
/// @param role whose accounts may do it
/// @param unit of which unit; null for the applicant
/// @param holder account that has it; null while anybody of the role and unit may take it
/// @param addedBy who had this account sign too 加签; null where the process asks for it
/// @param barred accounts that must not do it 回避
/// @param action that finished it; null while it is open, and where it was taken away
public record CaseTask(
        long id,
        long caseId,
        String step,
        String engineTask,
        @Nullable String caseRole,
        Role role,
        @Nullable String unit,
        @Nullable String holder,
        @Nullable String addedBy,
        Set<String> barred,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String action) {

    public CaseTask {
        barred = Set.copyOf(barred);
    }

    public boolean open() {
        return doneAt == null;
    }
}
