package org.luoshi.process;

import java.util.Locale;

/// What can happen to a case.
public enum EventKind {
    APPLIED,
    /// A task was taken by one of those who could.
    TAKEN,
    /// A step was finished by an action.
    ACTED,
    RETURNED,
    TRANSFERRED,
    SUSPENDED,
    RESUMED,
    EXTENDED,
    WITHDRAWN,
    CLOSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
