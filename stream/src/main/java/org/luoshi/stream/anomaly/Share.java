package org.luoshi.stream.anomaly;

/// What one trait adds to a strangeness.
///
/// @param high    whether the value is strangely large, not small
/// @param value   of the trait, in the reading's unit
/// @param usual   the bound that one past value in fifty went beyond
/// @param decades how many powers of ten rarer than that, above 0
public record Share(Trait trait, boolean high, double value, double usual, double decades) {

    /// In how many readings one so far out would be expected; a rough figure, beyond a million or so of little meaning.
    public double onceIn() {
        return Math.pow(10, decades) / PastValues.BEYOND;
    }
}
