package org.luoshi.kernel.clock;

import java.util.Arrays;

/// Suspensions as pairs of days since 1970-01-01, ordered and lifted, in order. The last one may have no end yet.
record Pauses(long[] days) {

    static final Pauses NONE = new Pauses(new long[0]);

    private static final long OPEN = Long.MAX_VALUE;

    int count() {
        return days.length / 2;
    }

    long ordered(int i) {
        return days[2 * i];
    }

    long lifted(int i) {
        return days[2 * i + 1];
    }

    boolean isOpen() {
        return days.length > 0 && days[days.length - 1] == OPEN;
    }

    Pauses from(long day) {
        long[] more = Arrays.copyOf(days, days.length + 2);
        more[days.length] = day;
        more[days.length + 1] = OPEN;
        return new Pauses(more);
    }

    Pauses to(long day) {
        long[] ended = days.clone();
        ended[days.length - 1] = day;
        return new Pauses(ended);
    }
}
