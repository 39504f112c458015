package org.luoshi.stream.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Tells, step by step, when a network no longer behaves as its model expects, and which variable shows it most.
///
/// The square of the largest error of all variables is bounded and averaged over some steps: one odd reading does not
/// raise, an oddity that lasts does. It raises above one limit and clears below half of it.
public final class NetworkDetector {

    /// Squares beyond ten errors count as that: a broken sensor says no more than that it is broken.
    private static final double MOST = 100;

    private static final double CLEAR = 0.5;

    private final NetworkModel model;
    private final int window;
    private final double limit;
    private final ArrayDeque<Double> squares = new ArrayDeque<>();
    private @Nullable Step last;
    private @Nullable Step before;
    private boolean raised;

    /// @param window steps over which is averaged, at least 1
    /// @param limit  of the averaged square, in squared errors of the fit
    public NetworkDetector(NetworkModel model, int window, double limit) {
        if (window < 1 || !(limit > 0))
            throw new IllegalArgumentException("need window >= 1 and limit > 0, got %d and %s".formatted(window, limit));
        this.model = model;
        this.window = window;
        this.limit = limit;
    }

    /// @param mean     averaged square of the largest errors
    /// @param raised   whether the network is found to depart
    /// @param variable whose error is the largest at this step
    /// @param expected of that variable, in its own unit
    /// @param errors   how many errors of the fit it is from that, at most 10 counted
    public record Departure(double mean, boolean raised, int variable, double value, double expected, double errors) {}

    /// @return null for the first two steps, from which nothing can be expected yet
    public @Nullable Departure read(Step now) {
        Departure departure = last == null || before == null ? null : depart(now, last, before);
        before = last;
        last = now;
        return departure;
    }

    private Departure depart(Step now, Step last, Step before) {
        double[] expected = model.expected(now, last, before);
        int worst = 0;
        double most = 0;
        for (int v = 0; v < expected.length; v++) {
            double errors = model.errors(v, now.values()[v], expected[v]);
            if (Math.abs(errors) > Math.abs(most)) {
                worst = v;
                most = errors;
            }
        }
        squares.add(Math.min(MOST, most * most));
        if (squares.size() > window) squares.remove();
        double mean = squares.stream().mapToDouble(it -> it).sum() / squares.size();
        raised = mean > (raised ? CLEAR * limit : limit);
        return new Departure(mean, raised, worst, now.values()[worst], expected[worst], most);
    }

    /// Writes what is remembered of the steps; the model is not part of it.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(raised);
        out.writeInt(squares.size());
        for (double square : squares) out.writeDouble(square);
        write(before, out);
        write(last, out);
    }

    private static void write(@Nullable Step step, DataOutput out) throws IOException {
        out.writeBoolean(step != null);
        if (step == null) return;
        out.writeByte(step.hour());
        out.writeBoolean(step.restDay());
        for (double value : step.values()) out.writeDouble(value);
    }

    /// @throws IOException also where it was not written by [#write] for a model of as many variables
    public static NetworkDetector read(NetworkModel model, int window, double limit, DataInput in) throws IOException {
        NetworkDetector detector = new NetworkDetector(model, window, limit);
        detector.raised = in.readBoolean();
        for (int left = in.readInt(); left > 0; left--) detector.squares.add(in.readDouble());
        detector.before = step(model.variables(), in);
        detector.last = step(model.variables(), in);
        return detector;
    }

    private static @Nullable Step step(int variables, DataInput in) throws IOException {
        if (!in.readBoolean()) return null;
        int hour = in.readByte();
        boolean restDay = in.readBoolean();
        double[] values = new double[variables];
        for (int v = 0; v < variables; v++) values[v] = in.readDouble();
        return new Step(hour, restDay, values);
    }
}
