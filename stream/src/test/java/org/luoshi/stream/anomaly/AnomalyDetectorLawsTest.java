package org.luoshi.stream.anomaly;

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

class AnomalyDetectorLawsTest {

    /// A random walk with a day, noise, jumps, flat stretches and pauses.
    private static double[][] readings(long seed, int size) {
        Random random = new Random(seed);
        double[][] readings = new double[size][];
        double at = 0;
        double level = 100 * random.nextDouble();
        double last = level;
        for (int i = 0; i < size; i++) {
            at += random.nextInt(50) == 0 ? 20_000_000 : 300_000;
            level += random.nextInt(200) == 0 ? 30 * random.nextGaussian() : random.nextGaussian();
            if (random.nextInt(5) > 0) last = level + 10 * Math.sin(at / 86_400_000 * 2 * Math.PI);
            readings[i] = new double[] {at, last};
        }
        return readings;
    }

    private static List<Strangeness> watch(AnomalyDetector detector, double[][] readings, int from, int to) {
        List<Strangeness> found = new ArrayList<>();
        for (int i = from; i < to; i++) found.add(detector.read((long) readings[i][0], readings[i][1]));
        return found;
    }

    @Property(tries = 60)
    void aSnapshotAndTheRestAreTheWhole(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3500) int size, @ForAll @IntRange(max = 3500) int cut)
            throws IOException {
        double[][] readings = readings(seed, size);
        int at = Math.min(cut, size);
        AnomalyDetector one = new AnomalyDetector();
        List<Strangeness> whole = watch(one, readings, 0, size);

        AnomalyDetector first = new AnomalyDetector();
        List<Strangeness> parts = watch(first, readings, 0, at);
        AnomalyDetector rest =
                AnomalyDetector.read(new DataInputStream(new ByteArrayInputStream(bytes(first))));
        parts.addAll(watch(rest, readings, at, size));

        assertThat(parts).isEqualTo(whole);
        assertThat(bytes(rest)).isEqualTo(bytes(one));
    }

    @Property(tries = 40)
    void aCopyAndItsOriginalGoTheirOwnWays(@ForAll long seed, @ForAll @IntRange(min = 2, max = 2000) int size)
            throws IOException {
        double[][] readings = readings(seed, size);
        AnomalyDetector detector = new AnomalyDetector();
        watch(detector, readings, 0, size / 2);
        byte[] before = bytes(detector);
        watch(detector.copy(), readings, size / 2, size);
        assertThat(bytes(detector)).isEqualTo(before);
    }

    @Property(tries = 60)
    void whatComesLaterChangesNothing(
            @ForAll long seed, @ForAll long other, @ForAll @IntRange(min = 1, max = 1500) int size) {
        double[][] readings = readings(seed, size);
        double[][] longer = readings(other, size + 500);
        System.arraycopy(readings, 0, longer, 0, size);
        List<Strangeness> alone = watch(new AnomalyDetector(), readings, 0, size);
        assertThat(watch(new AnomalyDetector(), longer, 0, size + 500).subList(0, size)).isEqualTo(alone);
    }

    /// By powers of two, which scale without rounding.
    @Property(tries = 40)
    void rarityHasNoUnit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2000) int size,
            @ForAll @IntRange(min = 1, max = 12) int power) {
        double[][] readings = readings(seed, size);
        double[][] scaled = new double[size][];
        for (int i = 0; i < size; i++)
            scaled[i] = new double[] {readings[i][0], Math.scalb(readings[i][1], power)};
        List<Double> strengths = strengths(watch(new AnomalyDetector(), readings, 0, size));
        assertThat(strengths(watch(new AnomalyDetector(), scaled, 0, size))).isEqualTo(strengths);
    }

    private static List<Double> strengths(List<Strangeness> found) {
        return found.stream().map(Strangeness::strength).toList();
    }

    private static byte[] bytes(AnomalyDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
