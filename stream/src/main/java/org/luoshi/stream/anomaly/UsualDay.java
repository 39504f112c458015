package org.luoshi.stream.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The mean reading of each quarter of an hour of the day, over about a month. No time zone: a day is a day in each.
final class UsualDay {

    private static final int SLOTS = 96;
    private static final long SLOT = 86_400_000 / SLOTS;

    /// Readings of a slot before it is judged, and those after which older ones lose their weight.
    private static final int FEWEST = 3;

    private static final int MEMORY = 30;

    private final byte[] count = new byte[SLOTS];
    private final double[] mean = new double[SLOTS];
    private double distance = Double.NaN;

    /// @param at milliseconds since 1970
    void add(long at, double value) {
        int slot = (int) Math.floorMod(Math.floorDiv(at, SLOT), (long) SLOTS);
        distance = count[slot] < FEWEST ? Double.NaN : Math.abs(value - mean[slot]);
        if (count[slot] < MEMORY) count[slot]++;
        mean[slot] += (value - mean[slot]) / count[slot];
    }

    /// Of the newest reading from what was usual before it; NaN where that is not known yet.
    double distance() {
        return distance;
    }

    UsualDay copy() {
        UsualDay copy = new UsualDay();
        System.arraycopy(count, 0, copy.count, 0, SLOTS);
        System.arraycopy(mean, 0, copy.mean, 0, SLOTS);
        copy.distance = distance;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        for (int slot = 0; slot < SLOTS; slot++) {
            out.writeByte(count[slot]);
            out.writeDouble(mean[slot]);
        }
        out.writeDouble(distance);
    }

    static UsualDay read(DataInput in) throws IOException {
        UsualDay day = new UsualDay();
        for (int slot = 0; slot < SLOTS; slot++) {
            day.count[slot] = in.readByte();
            day.mean[slot] = in.readDouble();
        }
        day.distance = in.readDouble();
        return day;
    }
}
