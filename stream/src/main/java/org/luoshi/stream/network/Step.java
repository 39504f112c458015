package org.luoshi.stream.network;

/// All variables of a network at one moment.
///
/// @param hour    of the day, 0 to 23, by the clock of those who use the network
/// @param restDay whether nobody works: a Saturday, a Sunday, a holiday
/// @param values  one a variable, finite, in the same order at every step
public record Step(int hour, boolean restDay, double[] values) {

    public Step {
        if (hour < 0 || hour > 23) throw new IllegalArgumentException("no such hour: " + hour);
    }
}
