package org.luoshi.pack.process;

import org.jspecify.annotations.Nullable;

/// A node of a process's drawing.
public sealed interface Node {

    String id();

    record Start(String id) implements Node {}

    record End(String id) implements Node {}

    /// Somebody does something: a user task.
    record Task(String id) implements Node {}

    /// A decision table is applied: a business rule task.
    record Decision(String id) implements Node {}

    /// @param otherwise the flow taken where no condition holds; only for gateways that choose
    record Gateway(String id, Kind kind, @Nullable String otherwise) implements Node {}

    enum Kind {
        /// Exactly one way on.
        EXCLUSIVE,
        /// Every way on whose condition holds.
        INCLUSIVE,
        /// Every way on.
        PARALLEL
    }
}
