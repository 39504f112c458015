package org.luoshi.stream.machine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.luoshi.stream.anomaly.AnomalyDetector;
import org.luoshi.stream.anomaly.Strangeness;

/// What a rule remembers of one sensor. Times are milliseconds since 1970.
final class KeyState {

    static final long NEVER = Long.MIN_VALUE;

    final long key;
    long lastAt = NEVER;
    double lastValue = Double.NaN;
    boolean raised;
    boolean silent;

    /// Moment of the reading that raised.
    long raisedAt;

    /// Readings in a row towards the other state: how many, since when, the first value, the furthest measure.
    int run;

    long runSince;
    double runFirst;
    double runFurthest;

    /// Where and when the value stopped, for [org.luoshi.stream.rule.Measure.Unchanged].
    double restValue = Double.NaN;

    long restSince;

    @Nullable UsualWeek usual;

    @Nullable AnomalyDetector detector;

    /// Of the last reading; not remembered beyond the reading itself.
    @Nullable Strangeness strangeness;

    /// What late readings need; null where none are allowed.
    @Nullable RecentReadings recent;

    /// Whether [SilenceWatch] has it.
    boolean watched;

    KeyState(long key) {
        this.key = key;
    }

    /// Without readings kept and watch: those belong to the sensor, not to what the rule found.
    KeyState copy() {
        KeyState copy = new KeyState(key);
        copy.become(this);
        return copy;
    }

    void become(KeyState other) {
        lastAt = other.lastAt;
        lastValue = other.lastValue;
        raised = other.raised;
        silent = other.silent;
        raisedAt = other.raisedAt;
        run = other.run;
        runSince = other.runSince;
        runFirst = other.runFirst;
        runFurthest = other.runFurthest;
        restValue = other.restValue;
        restSince = other.restSince;
        usual = other.usual == null ? null : other.usual.copy();
        detector = other.detector == null ? null : other.detector.copy();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(lastAt);
        out.writeDouble(lastValue);
        out.writeBoolean(raised);
        out.writeBoolean(silent);
        out.writeLong(raisedAt);
        out.writeInt(run);
        out.writeLong(runSince);
        out.writeDouble(runFirst);
        out.writeDouble(runFurthest);
        out.writeDouble(restValue);
        out.writeLong(restSince);
        out.writeBoolean(usual != null);
        if (usual != null) usual.write(out);
        out.writeBoolean(detector != null);
        if (detector != null) detector.write(out);
    }

    static KeyState read(long key, DataInput in) throws IOException {
        KeyState state = new KeyState(key);
        state.lastAt = in.readLong();
        state.lastValue = in.readDouble();
        state.raised = in.readBoolean();
        state.silent = in.readBoolean();
        state.raisedAt = in.readLong();
        state.run = in.readInt();
        state.runSince = in.readLong();
        state.runFirst = in.readDouble();
        state.runFurthest = in.readDouble();
        state.restValue = in.readDouble();
        state.restSince = in.readLong();
        if (in.readBoolean()) state.usual = UsualWeek.read(in);
        if (in.readBoolean()) state.detector = AnomalyDetector.read(in);
        return state;
    }
}
