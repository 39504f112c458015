package org.luoshi.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.register.FieldError;

/// Outcome of applying, or of doing something to a case. Only [Done] leaves a trace.
public sealed interface CaseResult {

    record Done(CaseFile file, Change change) implements CaseResult {}

    /// What was asked for cannot be done as it was asked.
    record Refused(List<FieldError> errors) implements CaseResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /// Somebody has done it already.
    ///
    /// @param by account
    /// @param action that it was done by; null where the task was taken away
    record TooLate(String by, Instant at, @Nullable String action) implements CaseResult {}

    /// There is no such case or task, or not for this viewer.
    record Missing() implements CaseResult {}
}
