package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void aPercentileIsADurationThatWasMeasured() {
        var hundred = new Durations(IntStream.rangeClosed(1, 100).mapToDouble(it -> 101 - it).toArray());
        assertThat(hundred.at(0.95)).isEqualTo(95);
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.median()).isEqualTo(50);
        assertThat(hundred.least()).isEqualTo(1);
        assertThat(hundred.most()).isEqualTo(100);
    }

    @Test
    void theOnlyDurationIsEveryPercentile() {
        var one = new Durations(new double[] {0.25});
        assertThat(one.at(0)).isEqualTo(0.25);
        assertThat(one.at(0.5)).isEqualTo(0.25);
        assertThat(one.at(1)).isEqualTo(0.25);
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThatThrownBy(() -> new Durations(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
