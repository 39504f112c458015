package org.luoshi.observation;

/// A result as it was sent.
public sealed interface Measured {

    /// @param value any double, NaN and the infinities included
    record Amount(double value) implements Measured {}

    record Words(String text) implements Measured {}

    /// A truth value, a list or an object.
    ///
    /// @param json well-formed
    record Document(String json) implements Measured {}

    /// Taken back: what was observed at the moment does not hold any more, and nothing takes its place.
    record Withdrawn() implements Measured {}
}
