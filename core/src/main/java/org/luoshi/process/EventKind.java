package org.luoshi.process;

import java.util.Locale;

/// What can happen to a case.
public enum EventKind {
    APPLIED,
    /// A task was taken by one of those who could.
    TAKEN,
    /// A step was finished by an action.
    ACTED,
    /// One of several signed; the step waits for the others.
    SIGNED,
    /// Somebody was asked to sign too.
    SIGNER_ADDED,
    /// Somebody was sent a copy.
    COPIED,
    /// A decision table was applied.
    DECIDED,
    /// Somebody left the case to others, having a part in the matter.
    RECUSED,
    /// Somebody of those who handle it wrote a remark, for them alone.
    COMMENTED,
    /// Members of a panel were seated.
    SEATED,
    /// A member of a panel voted; what, nobody learns from it.
    VOTED,
    /// The votes of a panel were counted.
    COUNTED,
    /// A newer version of the process took the case over.
    MIGRATED,
    RETURNED,
    TRANSFERRED,
    /// Its holder is gone, so that others may take the task.
    RELEASED,
    SUSPENDED,
    RESUMED,
    EXTENDED,
    WITHDRAWN,
    MERGED,
    CLOSED,
    /// A certificate was issued; the reason is its number.
    CERTIFIED,
    /// It was revoked.
    REVOKED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
