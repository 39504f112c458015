package org.luoshi.stream.anomaly;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// How rare a value of one trait is among those before it.
///
/// A fiftieth of the past lies beyond a threshold; how far beyond is taken to be exponentially distributed, with the mean
/// that it has had. So a value so many means beyond the threshold is so many powers of e rarer than the threshold, which
/// is exceeded once in fifty readings. Nothing is assumed of the other forty-nine.
final class PastValues {

    /// The share of the past that lies beyond the threshold.
    static final double BEYOND = 0.02;

    /// Values before any is judged.
    private static final int FEWEST = 30;

    /// Values kept; when there are as many, the older half is forgotten.
    private static final int MOST = 8192;

    private double[] values = new double[64];
    private int size;

    /// The size at which both ends are taken anew.
    private int next = FEWEST;

    private Tail high = Tail.UNKNOWN;
    private Tail low = Tail.UNKNOWN;

    /// One end of the past, in a sense in which more is further out.
    ///
    /// @param excess mean distance beyond the threshold, above 0
    private record Tail(double threshold, double excess) {

        static final Tail UNKNOWN = new Tail(Double.NaN, 1);

        /// @param outwards ascending
        static Tail of(double[] outwards) {
            int size = outwards.length;
            int place = Math.min(size - 2, (int) ((1 - BEYOND) * size));
            double threshold = outwards[place];
            double sum = 0;
            for (int i = place + 1; i < size; i++) sum += outwards[i] - threshold;
            double leastExcess = 0.05 * (threshold - outwards[size / 2]);
            double excess = Math.max(sum / (size - 1 - place), leastExcess);
            // What never moved says nothing of how far it may: a thousandth of it is taken.
            if (excess <= 1e-9) excess = 1e-3 * Math.max(1e-6, Math.abs(outwards[size - 1]));
            return new Tail(threshold, excess);
        }

        double decades(double value) {
            return value > threshold ? (value - threshold) / excess / Math.log(10) : 0;
        }

        void write(DataOutput out) throws IOException {
            out.writeDouble(threshold);
            out.writeDouble(excess);
        }

        static Tail read(DataInput in) throws IOException {
            return new Tail(in.readDouble(), in.readDouble());
        }
    }

    /// How many powers of ten rarer than once in fifty it is that a value is as large or larger; 0 where it is not rare.
    double decadesHigh(double value) {
        return high.decades(value);
    }

    /// The same of as small or smaller.
    double decadesLow(double value) {
        return low.decades(-value);
    }

    /// What only one past value in fifty exceeded.
    double highest() {
        return high.threshold;
    }

    double lowest() {
        return -low.threshold;
    }

    void add(double value) {
        if (size == MOST) {
            System.arraycopy(values, MOST / 2, values, 0, MOST / 2);
            size = MOST / 2;
            next = size;
        }
        if (size == values.length) values = Arrays.copyOf(values, Math.min(MOST, size * 2));
        values[size++] = value;
        if (size >= next) {
            double[] ascending = Arrays.copyOf(values, size);
            Arrays.sort(ascending);
            high = Tail.of(ascending);
            low = Tail.of(mirrored(ascending));
            next = size + Math.max(5, size / 20);
        }
    }

    private static double[] mirrored(double[] ascending) {
        double[] mirrored = new double[ascending.length];
        for (int i = 0; i < mirrored.length; i++) mirrored[i] = -ascending[ascending.length - 1 - i];
        return mirrored;
    }

    PastValues copy() {
        PastValues copy = new PastValues();
        copy.values = values.clone();
        copy.size = size;
        copy.next = next;
        copy.high = high;
        copy.low = low;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) out.writeDouble(values[i]);
        out.writeInt(next);
        high.write(out);
        low.write(out);
    }

    static PastValues read(DataInput in) throws IOException {
        PastValues past = new PastValues();
        past.size = in.readInt();
        past.values = new double[Math.max(64, past.size)];
        for (int i = 0; i < past.size; i++) past.values[i] = in.readDouble();
        past.next = in.readInt();
        past.high = Tail.read(in);
        past.low = Tail.read(in);
        return past;
    }
}
