package org.luoshi.access;

import java.time.Instant;

/// Outcome of showing a key.
public sealed interface KeyCheck {

    /// @param viewer may read where the account may, and nothing else
    record Accepted(Viewer viewer) implements KeyCheck {}

    /// Unknown, expired, revoked, of a disabled account, or wrong; which of them is not told.
    record Refused() implements KeyCheck {}

    /// Too many wrong secrets under a known id.
    record Locked(Instant until) implements KeyCheck {}
}
