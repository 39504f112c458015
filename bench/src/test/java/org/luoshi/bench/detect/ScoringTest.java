package org.luoshi.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.luoshi.bench.detect.BatadalScore.Attack;
import org.luoshi.bench.detect.NabSeries.Window;

/// Scores worked out by hand from the published definitions.
class ScoringTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /// 100 rows, the first 15 not scored, one window of rows 40 to 49.
    private static final NabSeries SERIES =
            new NabSeries("group/one.csv", new long[100], new double[100], List.of(new Window(40, 49)));

    private static double raw(int... detections) {
        double[] strengths = new double[100];
        for (int row : detections) strengths[row] = 1;
        return NabScore.STANDARD.raw(List.of(SERIES), List.of(strengths), 0.5);
    }

    private static double sigmoid(double place) {
        return 2 / (1 + Math.exp(5 * place)) - 1;
    }

    @Test
    void theFirstRowOfAWindowIsWorthOne() {
        assertThat(raw(40)).isCloseTo(1, CLOSE);
        assertThat(NabScore.STANDARD.normalised(raw(40), 1)).isCloseTo(100, CLOSE);
    }

    @Test
    void laterInTheWindowIsWorthLessAndOnlyTheBestCounts() {
        assertThat(raw(49)).isCloseTo(sigmoid(-0.1) / sigmoid(-1), CLOSE);
        assertThat(raw(45, 49, 42)).isCloseTo(raw(42), CLOSE);
    }

    @Test
    void aWindowMissedCostsOneAndNoDetectionScoresZero() {
        assertThat(raw()).isEqualTo(-1);
        assertThat(NabScore.STANDARD.normalised(raw(), 1)).isZero();
    }

    @Test
    void aFalseAlarmCostsTheMoreTheFurtherAfterAWindow() {
        assertThat(raw(40, 20)).isCloseTo(1 - 0.11, CLOSE);
        assertThat(raw(40, 53)).isCloseTo(1 + 0.11 * sigmoid(4 / 9.0), CLOSE);
        assertThat(raw(40, 99)).isCloseTo(1 - 0.11, CLOSE);
    }

    @Test
    void theBeginningIsNotScored() {
        assertThat(raw(40, 14)).isEqualTo(raw(40));
    }

    @Test
    void theBestThresholdTakesAllRowsOfOneStrength() {
        double[] strengths = new double[100];
        strengths[41] = 3;
        strengths[40] = 2;
        strengths[20] = 2;
        NabScore.Best best = NabScore.STANDARD.best(List.of(SERIES), List.of(strengths));
        assertThat(best.threshold()).isEqualTo(3);
        assertThat(best.score()).isCloseTo(NabScore.STANDARD.normalised(raw(41), 1), CLOSE);
    }

    @Test
    void batadalCountsHowSoonAndHowMuch() {
        boolean[] alarmed = new boolean[20];
        for (int row : new int[] {7, 8, 9, 15}) alarmed[row] = true;
        boolean[] all = new boolean[20];
        Arrays.fill(all, true);
        BatadalScore score = BatadalScore.of(alarmed, List.of(new Attack(5, 9), new Attack(12, 13)), all);
        assertThat(score.timeToDetection()).isCloseTo(1 - (2 / 5.0 + 1) / 2, CLOSE);
        assertThat(score.truePositive()).isCloseTo(3 / 7.0, CLOSE);
        assertThat(score.trueNegative()).isCloseTo(12 / 13.0, CLOSE);
        assertThat(score.total()).isCloseTo((0.3 + (3 / 7.0 + 12 / 13.0) / 2) / 2, CLOSE);
    }
}
