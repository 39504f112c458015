package org.luoshi.compiler.internal.way;

/// Where one branch of a case is.
public sealed interface Token {

    /// At a step.
    record At(String step) implements Token {}

    /// At a join that waits for other branches.
    ///
    /// @param flow by which it came
    record Waiting(String flow) implements Token {}
}
