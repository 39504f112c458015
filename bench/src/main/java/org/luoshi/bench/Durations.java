package org.luoshi.bench;

import java.util.Arrays;
import java.util.List;

/// Measured durations, in seconds, ascending.
record Durations(double[] seconds) {

    Durations {
        if (seconds.length == 0) throw new IllegalArgumentException("nothing was measured");
        seconds = seconds.clone();
        Arrays.sort(seconds);
    }

    static Durations ofNanos(List<Long> nanos) {
        return new Durations(nanos.stream().mapToDouble(it -> it / 1e9).toArray());
    }

    int count() {
        return seconds.length;
    }

    double least() {
        return seconds[0];
    }

    double most() {
        return seconds[seconds.length - 1];
    }

    double median() {
        return at(0.5);
    }

    /// Nearest rank: a duration that was really measured, never one between two.
    ///
    /// @param share 0 to 1
    double at(double share) {
        var rank = (int) Math.ceil(share * seconds.length);
        return seconds[Math.max(rank, 1) - 1];
    }
}
