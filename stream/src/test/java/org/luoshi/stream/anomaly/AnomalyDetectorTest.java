package org.luoshi.stream.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/// A reading every five minutes.
class AnomalyDetectorTest {

    private static final long STEP = 300_000;
    private static final int DAY = 288;

    private final Random noise = new Random(4);

    private List<Strangeness> watch(int readings, IntToDoubleFunction value) {
        AnomalyDetector detector = new AnomalyDetector();
        List<Strangeness> found = new ArrayList<>();
        for (int i = 0; i < readings; i++) found.add(detector.read(i * STEP, value.applyAsDouble(i)));
        return found;
    }

    private double day(int i) {
        return 50 + 20 * Math.sin(2 * Math.PI * i / DAY) + noise.nextGaussian();
    }

    @Test
    void nothingIsStrangeBeforeThereIsAPast() {
        assertThat(watch(30, i -> i == 20 ? 1e9 : i)).allSatisfy(it -> assertThat(it.shares()).isEmpty());
    }

    @Test
    void whatNeverMovesIsNotStrange() {
        assertThat(watch(3000, _ -> 7.1)).allSatisfy(it -> assertThat(it.strength()).isZero());
    }

    @Test
    void oneReadingFarOutIsAnEventAndSaysSo() {
        Strangeness spike = watch(2000, i -> i == 1999 ? 200 : day(i)).getLast();
        assertThat(spike.strength()).isGreaterThan(AnomalyDetector.EVENT);
        assertThat(spike.shares())
                .anySatisfy(it -> {
                    assertThat(it.trait()).isEqualTo(Trait.LEVEL);
                    assertThat(it.high()).isTrue();
                    assertThat(it.value()).isEqualTo(200);
                    assertThat(it.usual()).isBetween(69.0, 73.0);
                    assertThat(it.onceIn()).isGreaterThan(1e6);
                });
    }

    @Test
    void aPeakThatStaysAwayIsStrangeForItsTimeOfDayOnly() {
        int fifthNoon = 10 * DAY + DAY / 4;
        List<Strangeness> found = watch(fifthNoon + 1, i -> i == fifthNoon ? 50 : day(i));
        assertThat(found.getLast().shares())
                .extracting(Share::trait)
                .contains(Trait.TIME_OF_DAY)
                .doesNotContain(Trait.LEVEL);
    }

    @Test
    void aSmallShiftThatLastsShowsInTheMeans() {
        List<Strangeness> found =
                watch(2100, i -> noise.nextGaussian() + (i < 2000 ? 0 : 1.2));
        assertThat(found.getLast().shares())
                .extracting(Share::trait)
                .contains(Trait.MEAN_OF_60)
                .doesNotContain(Trait.LEVEL);
    }

    @Test
    void aStrangeShapeOfUsualReadingsIsFound() {
        List<Strangeness> found = watch(3000, i -> i < 2976 ? i % 13 : 12 - i % 13);
        assertThat(found.getLast().shares()).extracting(Share::trait).containsExactly(Trait.SHAPE);
    }

    @Test
    void anEventIsNewsOnceUnlessItGrows() {
        List<Strangeness> found = watch(2003, i -> switch (i) {
            case 2000, 2001 -> 150;
            case 2002 -> -150;
            default -> day(i);
        });
        Strangeness first = found.get(2000);
        assertThat(first.news()).isEqualTo(first.strength());
        Strangeness second = found.get(2001);
        assertThat(second.news()).isEqualTo(Math.max(0, second.strength() - first.strength()));
        assertThat(found.get(2002).news()).isLessThan(found.get(2002).strength());
    }
}
