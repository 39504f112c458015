package org.luoshi.stream.rule;

/// Values from `least` to `greatest`, both included, in the sensor's unit.
public record Range(double least, double greatest) {

    static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);

    public Range {
        if (!(least <= greatest)) throw new IllegalArgumentException("no value is in %s to %s".formatted(least, greatest));
    }

    /// Never true of what is not a finite number.
    public boolean holds(double value) {
        return value >= least && value <= greatest;
    }
}
