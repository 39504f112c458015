package org.luoshi.compiler.internal.way;

/// How a clock stands on a way; one that never started has none.
public enum Hand {
    RUNNING,
    SUSPENDED,
    ENDED
}
