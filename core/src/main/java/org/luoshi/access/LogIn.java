package org.luoshi.access;

import java.time.Instant;

/// Outcome of a log-in.
public sealed interface LogIn {

    record Accepted(Viewer viewer) implements LogIn {}

    /// Wrong name or password; which of the two is not told.
    record Refused() implements LogIn {}

    /// Too many failures.
    record Locked(Instant until) implements LogIn {}
}
