package org.luoshi.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DistributionTest {

    /// Source: Student's t tables, 97.5 % points.
    @Test
    void studentsTGivesTheTabledPoints() {
        assertThat(new ShiftedStudent(1, 0, 1).quantile(0.975)).isCloseTo(12.706, within(0.001));
        assertThat(new ShiftedStudent(5, 0, 1).quantile(0.975)).isCloseTo(2.571, within(0.001));
        assertThat(new ShiftedStudent(30, 10, 2).quantile(0.975)).isCloseTo(10 + 2 * 2.042, within(0.002));
    }

    /// Negative binomial with mean 4 and variance 12: size 2, success 1/3; P(0) = 1/9, P(1) = 4/27.
    @Test
    void countsAheadFollowTheNegativeBinomial() {
        CountAhead ahead = new CountAhead(10, 4, 12);
        assertThat(ahead.atMost(9)).isZero();
        assertThat(ahead.atMost(10)).isCloseTo(1.0 / 9, within(1e-12));
        assertThat(ahead.atMost(11)).isCloseTo(1.0 / 9 + 4.0 / 27, within(1e-12));
        assertThat(ahead.atLeast(11)).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(ahead.quantile(0.2)).isEqualTo(11);
    }

    @Property(tries = 200)
    void aQuantileIsWhereTheChanceIsReached(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 1, max = 60) double freedom,
            @ForAll @DoubleRange(min = -50, max = 50) double location) {
        Predictive student = new ShiftedStudent(freedom, location, 3);
        assertThat(student.atMost(student.quantile(p))).isCloseTo(p, within(1e-6));
        Predictive counts = new CountAhead(5, freedom, freedom * 2.5);
        double q = counts.quantile(p);
        assertThat(counts.atMost(q)).isGreaterThanOrEqualTo(p);
        assertThat(counts.atMost(q - 1)).isLessThan(p);
    }

    @Test
    void tooFewChangesGiveNoForecastAndSaySo() {
        Aim aim = new Aim(LocalDate.of(2024, 12, 31), 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(120));
        List<Reading> readings = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            readings.add(new Reading(SimulatedCommitment.endOf(month), 10 * month));
        }
        Forecaster forecaster = new Forecaster();
        assertThat(forecaster.outlook(readings, aim, true)).isEqualTo(new Outlook.TooFewChanges(3, 4));
        assertThat(forecaster.band(readings, aim, true)).isEmpty();
        assertThat(forecaster.outlook(List.of(), aim, true)).isEqualTo(new Outlook.TooFewChanges(0, 4));
    }

    @Test
    void aSteadyCountOnItsPathIsLikelyHalfThePaceIsNot() {
        Aim aim = new Aim(LocalDate.of(2024, 12, 31), 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(120));
        assertThat(chance(aim, 11)).isGreaterThan(0.75);
        assertThat(chance(aim, 5)).isLessThan(0.03);
        assertThat(chance(aim, 10)).isBetween(0.3, 0.7);
    }

    @Test
    void theBandOpensWithTimeAndKeepsItsOrder() {
        Aim aim = new Aim(LocalDate.of(2024, 12, 31), 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(120));
        List<BandPoint> band = new Forecaster().band(steady(8, 9), aim, true);
        assertThat(band).hasSize(13);
        assertThat(band).allMatch(b -> b.low() <= b.middle() && b.middle() <= b.high());
        assertThat(band.getLast().high() - band.getLast().low())
                .isGreaterThan(band.get(1).high() - band.get(1).low());
        assertThat(band.getLast().on()).isEqualTo(aim.by());
    }

    @Test
    void oneDayOfANewMonthDoesNotUpsetTheForecast() {
        Aim aim = new Aim(LocalDate.of(2024, 12, 31), 0, LocalDate.of(2025, 12, 31), new Aim.Reach.AtLeast(120));
        List<Reading> readings = new ArrayList<>(steady(8, 10));
        double before = ((Outlook.Chance) new Forecaster().outlook(readings, aim, true)).chance();
        readings.add(new Reading(LocalDate.of(2025, 9, 1), 82));
        double after = ((Outlook.Chance) new Forecaster().outlook(readings, aim, true)).chance();
        assertThat(after).isCloseTo(before, within(0.15));
    }

    private static double chance(Aim aim, int aMonth) {
        return ((Outlook.Chance) new Forecaster().outlook(steady(8, aMonth), aim, true)).chance();
    }

    private static List<Reading> steady(int months, int aMonth) {
        List<Reading> readings = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            readings.add(new Reading(SimulatedCommitment.endOf(month), aMonth * month));
        }
        return readings;
    }
}
