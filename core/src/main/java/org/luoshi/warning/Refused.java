package org.luoshi.warning;

/// Why something cannot be done about a warning.
public enum Refused {
    /// Somebody or something changed it meanwhile.
    CHANGED_MEANWHILE,
    /// Not in the state it is in.
    NOT_NOW,
    /// Whoever handled it may not verify it.
    SAME_PERSON,
    /// Readings still show it.
    STILL_STANDING,
    /// Nothing says why or what was done.
    NO_REASON,
    /// Another warning of the same rule and thing is open.
    ANOTHER_IS_OPEN,
    /// The cause is itself a symptom, is closed, or is of another kind: drill or real.
    NO_SUCH_CAUSE
}
