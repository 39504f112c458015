package org.luoshi.access;


/// A key was made, revoked or locked. Published inside the transaction that did it.
///
/// @param actor who did it; `system` for a lock
public record AccessKeyChanged(Kind kind, AccessKey key, String actor) {

    public enum Kind {
        MADE,
        REVOKED,
        LOCKED
    }
}
