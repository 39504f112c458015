package org.luoshi.stream.machine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/// The readings of one sensor that a late one can still come between, in order of time, and the state before them.
final class RecentReadings {

    final KeyState before;
    private long[] at = new long[8];
    private double[] value = new double[8];
    private int size;

    RecentReadings(KeyState before) {
        this.before = before;
    }

    void append(long time, double reading) {
        insert(size, time, reading);
    }

    /// @return whether there was no reading of this moment
    boolean put(long time, double reading) {
        int place = Arrays.binarySearch(at, 0, size, time);
        if (place >= 0) value[place] = reading;
        else insert(-place - 1, time, reading);
        return place < 0;
    }

    boolean holds(long time, double reading) {
        int place = Arrays.binarySearch(at, 0, size, time);
        return place >= 0 && value[place] == reading;
    }

    /// Nothing before `horizon` can change any more.
    void settle(long horizon, RuleSteps steps) {
        int settled = 0;
        while (settled < size && at[settled] < horizon) {
            steps.read(before, at[settled], value[settled], _ -> {});
            settled++;
        }
        if (settled == 0) return;
        size -= settled;
        System.arraycopy(at, settled, at, 0, size);
        System.arraycopy(value, settled, value, 0, size);
    }

    /// @return the state after all of them
    KeyState replay(RuleSteps steps, Consumer<Transition> out) {
        KeyState state = before.copy();
        for (int i = 0; i < size; i++) steps.read(state, at[i], value[i], out);
        return state;
    }

    private void insert(int place, long time, double reading) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        System.arraycopy(at, place, at, place + 1, size - place);
        System.arraycopy(value, place, value, place + 1, size - place);
        at[place] = time;
        value[place] = reading;
        size++;
    }

    void write(DataOutput out) throws IOException {
        before.write(out);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(at[i]);
            out.writeDouble(value[i]);
        }
    }

    static RecentReadings read(long key, DataInput in) throws IOException {
        RecentReadings recent = new RecentReadings(KeyState.read(key, in));
        for (int left = in.readInt(); left > 0; left--) recent.append(in.readLong(), in.readDouble());
        return recent;
    }
}
