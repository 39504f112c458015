package org.luoshi.stream.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.luoshi.stream.network.NetworkDetector.Departure;

/// A pump that runs by day, a tank that it fills an hour later, and a pressure that follows both.
class NetworkDetectorTest {

    private static final int WINDOW = 4;
    private static final double LIMIT = 9;
    private static final NetworkModel MODEL = NetworkModel.fit(hours(1, 2000), 1);

    private static List<Step> hours(long seed, int size) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        double tank = 3;
        double flow = 0;
        for (int i = 0; i < size; i++) {
            int hour = i % 24;
            tank = 0.8 * tank + 0.02 * flow + 0.05 * random.nextGaussian();
            flow = 50 + 30 * Math.sin(2 * Math.PI * hour / 24) + random.nextGaussian();
            double pressure = 10 + 2 * tank + 0.1 * random.nextGaussian();
            steps.add(new Step(hour, i / 24 % 7 > 4, new double[] {flow, tank, pressure}));
        }
        return steps;
    }

    @Test
    void findsTheWeightsThatMadeTheData() {
        Random random = new Random(5);
        LeastSquares squares = new LeastSquares(2, 1);
        for (int i = 0; i < 500; i++) {
            double x = random.nextGaussian();
            squares.add(new double[] {x, 1}, new double[] {3 * x - 2});
        }
        double[] weights = squares.solve(1e-9)[0];
        assertThat(weights[0]).isCloseTo(3, Offset.offset(1e-6));
        assertThat(weights[1]).isCloseTo(-2, Offset.offset(1e-6));
    }

    @Test
    void anUndisturbedNetworkRaisesNothing() {
        NetworkDetector detector = new NetworkDetector(MODEL, WINDOW, LIMIT);
        assertThat(hours(2, 500).stream().map(detector::read).skip(2))
                .noneMatch(departure -> departure == null || departure.raised());
    }

    @Test
    void saysWhichVariableDepartsAndFromWhat() {
        List<Step> steps = new ArrayList<>(hours(2, 104));
        double usual = steps.get(100).values()[1];
        for (int i = 100; i < 104; i++) steps.get(i).values()[1] = 1.2 * usual + i;
        NetworkDetector detector = new NetworkDetector(MODEL, WINDOW, LIMIT);
        List<Departure> found = new ArrayList<>();
        for (Step step : steps) found.add(detector.read(step));
        Departure first = found.get(100);
        assertThat(first.variable()).isEqualTo(1);
        assertThat(first.value()).isEqualTo(1.2 * usual + 100);
        assertThat(first.expected()).isCloseTo(usual, Offset.offset(0.5));
        assertThat(first.raised()).isTrue();
        assertThat(found.get(99).raised()).isFalse();
    }

    @Property(tries = 100)
    void aSnapshotAndTheRestAreTheWhole(@ForAll long seed, @ForAll @IntRange(max = 80) int cut) throws IOException {
        List<Step> steps = hours(seed, 80);
        if (seed % 2 == 0) steps.get(40).values()[0] = 500;
        NetworkDetector one = new NetworkDetector(MODEL, WINDOW, LIMIT);
        List<Departure> whole = new ArrayList<>();
        for (Step step : steps) whole.add(one.read(step));

        NetworkDetector first = new NetworkDetector(MODEL, WINDOW, LIMIT);
        List<Departure> parts = new ArrayList<>();
        for (Step step : steps.subList(0, cut)) parts.add(first.read(step));
        NetworkDetector rest = NetworkDetector.read(
                MODEL, WINDOW, LIMIT, new DataInputStream(new ByteArrayInputStream(bytes(first))));
        for (Step step : steps.subList(cut, 80)) parts.add(rest.read(step));

        assertThat(parts).isEqualTo(whole);
        assertThat(bytes(rest)).isEqualTo(bytes(one));
    }

    private static byte[] bytes(NetworkDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
