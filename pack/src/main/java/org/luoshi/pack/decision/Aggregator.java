package org.luoshi.pack.decision;

/// What is made of all answers of a table that collects.
public enum Aggregator {
    SUM,
    MIN,
    MAX,
    /// How many rules hit.
    COUNT
}
