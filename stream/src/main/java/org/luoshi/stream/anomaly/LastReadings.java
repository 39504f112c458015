package org.luoshi.stream.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The last readings of one sensor.
final class LastReadings {

    /// How far back similar stretches are looked for.
    static final int KEPT = 1524;

    /// Twice as long as what is kept, so that a reading is moved once in `KEPT` readings.
    private final double[] values = new double[2 * KEPT];

    private int end;

    void add(double value) {
        if (end == values.length) {
            System.arraycopy(values, end - KEPT, values, 0, KEPT);
            end = KEPT;
        }
        values[end++] = value;
    }

    int size() {
        return Math.min(end, KEPT);
    }

    /// @param steps 0 for the newest
    double back(int steps) {
        return values[end - 1 - steps];
    }

    /// @return of the last readings, NaN if there are fewer
    double mean(int readings) {
        if (size() < readings) return Double.NaN;
        double sum = 0;
        for (int i = end - readings; i < end; i++) sum += values[i];
        return sum / readings;
    }

    /// The Euclidean distance of the last readings from the third nearest stretch of the same length before them. The
    /// third: one or two strange days of the past do not make a strange day usual.
    ///
    /// @return NaN before there are three stretches' worth of readings
    double unlikeness(int length) {
        if (size() < 3 * length) return Double.NaN;
        int now = end - length;
        double first = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        double third = Double.MAX_VALUE;
        for (int start = end - size(); start <= now - length; start++) {
            double distance = 0;
            for (int i = 0; i < length && distance < third; i++) {
                double difference = values[now + i] - values[start + i];
                distance += difference * difference;
            }
            if (distance < first) {
                third = second;
                second = first;
                first = distance;
            } else if (distance < second) {
                third = second;
                second = distance;
            } else if (distance < third) third = distance;
        }
        return Math.sqrt(third);
    }

    LastReadings copy() {
        LastReadings copy = new LastReadings();
        for (int steps = size() - 1; steps >= 0; steps--) copy.add(back(steps));
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size());
        for (int steps = size() - 1; steps >= 0; steps--) out.writeDouble(back(steps));
    }

    static LastReadings read(DataInput in) throws IOException {
        LastReadings recent = new LastReadings();
        for (int left = in.readInt(); left > 0; left--) recent.add(in.readDouble());
        return recent;
    }
}
