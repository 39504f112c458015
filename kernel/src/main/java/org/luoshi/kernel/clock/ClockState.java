package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Whether a clock counts. Being past its end is told beside it: a clock may be suspended and overdue.
public sealed interface ClockState {

    record Running() implements ClockState {}

    record Suspended(LocalDateTime since, SuspensionCause cause, @Nullable WrittenNotice notice)
            implements ClockState {

        /// Whether it lasts longer than the applicant was told.
        public boolean isLongerThanTold(LocalDate today) {
            return notice != null && notice.until() != null && today.isAfter(notice.until());
        }
    }

    record Completed(LocalDateTime at) implements ClockState {}

    record Withdrawn(LocalDateTime at) implements ClockState {}

    /// Ended with its matter, by no event of its own.
    record Discontinued(LocalDateTime at) implements ClockState {}

    default boolean hasEnded() {
        return endedAt() != null;
    }

    /// Null while it has not ended.
    default @Nullable LocalDateTime endedAt() {
        return switch (this) {
            case Running() -> null;
            case Suspended _ -> null;
            case Completed(var at) -> at;
            case Withdrawn(var at) -> at;
            case Discontinued(var at) -> at;
        };
    }
}
