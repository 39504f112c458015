package org.luoshi.pack.process;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A part in a process, e.g. "park steward".
///
/// @param account whose accounts may play it
/// @param unitField field of the case's record that names the unit whose accounts may; null for the applicant, and
///     where `unit` says it
/// @param unit the one unit whose accounts may, in every case
public record CaseRole(
        String id, Text title, AccountRole account, @Nullable String unitField, @Nullable String unit) {

    public CaseRole {
        boolean applicant = account == AccountRole.APPLICANT;
        int places = (unitField == null ? 0 : 1) + (unit == null ? 0 : 1);
        if (places != (applicant ? 0 : 1))
            throw new IllegalArgumentException("role %s: an applicant has no unit, every other role one".formatted(id));
    }

    public boolean isApplicant() {
        return account == AccountRole.APPLICANT;
    }
}
