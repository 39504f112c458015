package org.luoshi.stream.machine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.luoshi.stream.rule.Measure.Unusual;

/// Running mean and variance of each hour of the week.
final class UsualWeek {

    private static final int HOURS = 168;

    private final byte[] count = new byte[HOURS];
    private final float[] mean = new float[HOURS];
    private final float[] variance = new float[HOURS];

    /// @param seconds since 1970, local
    static int hour(long seconds) {
        return (int) Math.floorMod(Math.floorDiv(seconds, 3600L), (long) HOURS);
    }

    /// @return standard deviations from the mean, or NaN before there are enough readings
    double distance(int hour, double value, Unusual rule) {
        if (count[hour] < rule.readings()) return Double.NaN;
        return Math.abs(value - mean[hour]) / Math.max(Math.sqrt(variance[hour]), rule.spread());
    }

    void learn(int hour, double value) {
        if (count[hour] < Unusual.MEMORY) count[hour]++;
        double from = value - mean[hour];
        double weight = 1.0 / count[hour];
        mean[hour] += (float) (weight * from);
        variance[hour] = (float) ((1 - weight) * (variance[hour] + weight * from * from));
    }

    UsualWeek copy() {
        UsualWeek copy = new UsualWeek();
        System.arraycopy(count, 0, copy.count, 0, HOURS);
        System.arraycopy(mean, 0, copy.mean, 0, HOURS);
        System.arraycopy(variance, 0, copy.variance, 0, HOURS);
        return copy;
    }

    void write(DataOutput out) throws IOException {
        for (int hour = 0; hour < HOURS; hour++) {
            out.writeByte(count[hour]);
            out.writeFloat(mean[hour]);
            out.writeFloat(variance[hour]);
        }
    }

    static UsualWeek read(DataInput in) throws IOException {
        UsualWeek week = new UsualWeek();
        for (int hour = 0; hour < HOURS; hour++) {
            week.count[hour] = in.readByte();
            week.mean[hour] = in.readFloat();
            week.variance[hour] = in.readFloat();
        }
        return week;
    }
}
