package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// A cause for which the time needed is not counted 不计入期限.
///
/// @param id snake_case
/// @param notice what the applicant must be told for it
public record SuspensionCause(String id, Text title, NoticeDuty notice, LegalBasis basis) {

    /// What must be told in writing before a clock stops.
    public enum NoticeDuty {
        NONE,
        /// That it stops, and why.
        WRITTEN,
        /// That, and how long it will take.
        WRITTEN_WITH_TIME
    }
}
