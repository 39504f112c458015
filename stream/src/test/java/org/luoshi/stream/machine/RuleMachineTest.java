package org.luoshi.stream.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.stream.anomaly.Share;
import org.luoshi.stream.anomaly.Trait;
import org.luoshi.stream.rule.Limit;
import org.luoshi.stream.rule.Measure.Level;
import org.luoshi.stream.rule.Measure.Rate;
import org.luoshi.stream.rule.Measure.Side;
import org.luoshi.stream.rule.Measure.Strange;
import org.luoshi.stream.rule.Measure.Trend;
import org.luoshi.stream.rule.Measure.Unchanged;
import org.luoshi.stream.rule.Measure.Unusual;
import org.luoshi.stream.rule.Rule;

/// One sensor, one reading a minute unless said otherwise.
class RuleMachineTest {

    private static final long MINUTE = 60_000;
    private static final Rule GAS = new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20), Limit.at(10));

    private final Heard heard = new Heard();

    private void feed(Rule rule, double... values) {
        RuleMachine machine = new RuleMachine(rule, Arrival.IN_ORDER, heard);
        for (int minute = 0; minute < values.length; minute++)
            machine.read(7, minute * MINUTE, values[minute], minute * MINUTE);
    }

    @Test
    void raisesAtOneLimitAndClearsAtTheOther() {
        feed(GAS, 19.9, 20, 15, 25, 10.1, 10, 15, 19);
        assertThat(heard.lines()).containsExactly("RAISED 1", "CLEARED 5");
    }

    @Test
    void judgesTheLowSideToo() {
        Rule pressure = new Rule("pressure", 1, new Level(Side.BELOW), Limit.at(0.2), Limit.at(0.25));
        feed(pressure, 0.3, 0.2, 0.24, 0.1, 0.25);
        assertThat(heard.lines()).containsExactly("RAISED 1", "CLEARED 4");
    }

    @Test
    void countsReadingsInARowInBothDirections() {
        Rule rule = new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20).times(3), Limit.at(10).times(2));
        feed(rule, 21, 22, 5, 21, 22, 23, 9, 15, 9, 8);
        assertThat(heard.lines()).containsExactly("RAISED 5", "CLEARED 9");
    }

    @Test
    void dwellsInBothDirections() {
        Duration dwell = Duration.ofMinutes(2);
        Rule rule = new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20).lasting(dwell), Limit.at(10).lasting(dwell));
        feed(rule, 21, 21, 19, 21, 21, 21, 9, 9, 11, 9, 9, 9);
        assertThat(heard.lines()).containsExactly("RAISED 5", "CLEARED 11");
    }

    @Test
    void saysWhatShowsIt() {
        feed(new Rule("gas", 3, new Level(Side.ABOVE), Limit.at(20).times(3), Limit.at(10)), 21, 30, 22);
        Transition raised = heard.standing().values().iterator().next();
        assertThat(raised.rule()).isEqualTo("gas");
        assertThat(raised.version()).isEqualTo(3);
        assertThat(raised.key()).isEqualTo(7);
        assertThat(raised.evidence())
                .isEqualTo(new Evidence.Run(Instant.EPOCH, 3, 21, 22, 22, 30, 20, 10));
    }

    @Test
    void theMarginOfALowLimitIsToldInTheMeasuresOwnSense() {
        feed(new Rule("p", 1, new Level(Side.BELOW), Limit.at(2).times(2), Limit.at(3)), 1.5, 1.75);
        assertThat(heard.standing().values())
                .singleElement()
                .satisfies(it -> assertThat(it.evidence())
                        .isEqualTo(new Evidence.Run(Instant.EPOCH, 2, 1.5, 1.75, 1.75, 1.5, 2, 0.5)));
    }

    @Test
    void anEpisodeIsNamedByWhatBeganIt() {
        feed(GAS, 25, 5);
        assertThat(heard.standing().values().stream().map(Transition::episode).distinct()).hasSize(1);
        assertThat(heard.standing()).containsKey(
                heard.standing().values().iterator().next().episode());
    }

    /// They are in databases: another way of making them would orphan every warning.
    @Test
    void idsNeverChange() {
        feed(GAS, 25);
        assertThat(heard.standing().keySet()).extracting(Object::toString).containsExactly("75224d3c-275d-8037-95f5-d67864937bc9");
    }

    @ParameterizedTest
    @CsvSource({"RISING, RAISED 2", "FALLING, RAISED 4", "EITHER, RAISED 2"})
    void measuresHowFastAValueChanges(Trend trend, String first) {
        Rule rule = new Rule("rate", 1, new Rate(trend, Duration.ofHours(1)), Limit.at(60), Limit.at(0));
        feed(rule, 10, 10.5, 12, 12.5, 9);
        assertThat(heard.lines()).first().isEqualTo(first);
    }

    @Test
    void findsAStuckSensor() {
        Rule rule = new Rule("stuck", 1, new Unchanged(0.01), Limit.at(180), Limit.at(0));
        feed(rule, 1, 2, 2, 2.005, 2, 2, 3);
        assertThat(heard.lines()).containsExactly("RAISED 4", "CLEARED 6");
    }

    @Test
    void knowsWhatIsUsualAtAnHourOfTheWeek() {
        Rule rule = new Rule("flow", 1, new Unusual(ZoneOffset.ofHours(8), 3, 0.5), Limit.at(4), Limit.at(2));
        RuleMachine machine = new RuleMachine(rule, Arrival.IN_ORDER, heard);
        long hour = 60 * MINUTE;
        long last = 24 * 7 * 5;
        for (long i = 0; i <= last; i++) {
            double usual = 10 + 5 * Math.sin(i % 24 * Math.PI / 12);
            machine.read(7, i * hour, i == last ? usual + 2.1 : usual, i * hour);
        }
        assertThat(heard.lines()).containsExactly("RAISED " + last * 60);
        machine.read(7, (last + 1) * hour, 10 + 5 * Math.sin(Math.PI / 12), (last + 1) * hour);
        assertThat(heard.lines()).endsWith("CLEARED " + (last + 1) * 60);
    }

    @Test
    void saysWhatIsStrangeAboutAReading() {
        Rule rule = new Rule("strange", 1, new Strange(), Limit.at(4), Limit.at(0).times(3));
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) values[i] = i == 150 ? 40 : i % 7;
        feed(rule, values);
        assertThat(heard.lines()).first().isEqualTo("RAISED 150");
        assertThat(heard.standing().values())
                .filteredOn(it -> it.kind() == Transition.Kind.RAISED)
                .first()
                .extracting(Transition::evidence, InstanceOfAssertFactories.type(Evidence.Strange.class))
                .satisfies(it -> {
                    assertThat(it.run().last()).isEqualTo(40);
                    assertThat(it.shares()).extracting(Share::trait).contains(Trait.LEVEL, Trait.STEP);
                    assertThat(it.shares().stream().mapToDouble(Share::decades).sum())
                            .isEqualTo(it.run().measured());
                });
    }

    @Test
    void silenceNeverClears() {
        RuleMachine machine = new RuleMachine(
                GAS.silentAfter(Duration.ofMinutes(5)), Arrival.IN_ORDER, heard);
        machine.read(7, 0, 25, 0);
        machine.pass(60 * MINUTE);
        assertThat(heard.lines()).containsExactly("RAISED 0", "SILENT 5");
        machine.read(7, 61 * MINUTE, 25, 61 * MINUTE);
        machine.read(7, 62 * MINUTE, 5, 62 * MINUTE);
        assertThat(heard.lines()).containsExactly("RAISED 0", "SILENT 5", "HEARD 61", "CLEARED 62");
    }

    @Test
    void afterSilenceBothDirectionsCountAnew() {
        RuleMachine machine = new RuleMachine(
                new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20).times(2), Limit.at(10))
                        .silentAfter(Duration.ofMinutes(5)),
                Arrival.IN_ORDER,
                heard);
        machine.read(7, 0, 25, 0);
        machine.read(7, 30 * MINUTE, 25, 30 * MINUTE);
        assertThat(heard.lines()).containsExactly("SILENT 5", "HEARD 30");
        machine.read(7, 31 * MINUTE, 25, 31 * MINUTE);
        assertThat(heard.lines()).endsWith("RAISED 31");
    }

    @Test
    void everySilentSensorIsToldOnceAndTheOthersNot() {
        RuleMachine machine = new RuleMachine(
                GAS.silentAfter(Duration.ofMinutes(10)), Arrival.IN_ORDER, heard);
        for (int key = 0; key < 1000; key++) machine.read(key, 0, 1, 0);
        for (long minute = 1; minute < 100; minute++)
            for (int key = 0; key < 1000; key += 2) machine.read(key, minute * MINUTE, 1, minute * MINUTE);
        assertThat(heard.standing().values())
                .hasSize(500)
                .allSatisfy(it -> assertThat(it.key() % 2).isEqualTo(1));
        assertThat(machine.sensors()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:01:00Z, 5, IN_ORDER",
        "2026-11-24T08:00:00Z, 1, DUPLICATE",
        "2026-11-24T08:00:00Z, 2, TOO_LATE",
        "2026-11-24T07:59:00Z, 5, TOO_LATE",
        "1970-01-01T00:00:00Z, 5, ANCIENT",
        "2099-01-01T00:00:00Z, 5, AHEAD",
        "2026-11-24T08:01:00Z, NaN, IMPLAUSIBLE",
        "2026-11-24T08:01:00Z, Infinity, IMPLAUSIBLE",
        "2026-11-24T08:01:00Z, 1e308, IMPLAUSIBLE",
        "2026-11-24T08:01:00Z, -1, IMPLAUSIBLE",
    })
    void saysWhatBecameOfAReading(Instant at, double value, Verdict verdict) {
        RuleMachine machine = new RuleMachine(GAS.plausible(0, 100), Arrival.IN_ORDER, heard);
        long now = Instant.parse("2026-11-24T08:00:00Z").toEpochMilli();
        machine.read(7, now, 1, now);
        assertThat(machine.read(7, at.toEpochMilli(), value, now)).isEqualTo(verdict);
        assertThat(machine.refused())
                .isEqualTo(verdict == Verdict.IN_ORDER ? Map.of() : Map.of(verdict, 1L));
    }

    @Test
    void aClockThatSteppedBackRefusesNothing() {
        RuleMachine machine = new RuleMachine(GAS, Arrival.IN_ORDER, heard);
        machine.read(7, 600 * MINUTE, 1, 600 * MINUTE);
        assertThat(machine.read(7, 601 * MINUTE, 1, 541 * MINUTE)).isEqualTo(Verdict.IN_ORDER);
    }

    @Test
    void aLateReadingRevisesWhatWasFound() {
        Rule rule = new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20).times(3), Limit.at(10));
        RuleMachine machine = new RuleMachine(rule, Arrival.IN_ORDER.late(Duration.ofMinutes(10)), heard);
        for (long minute : new long[] {0, 2, 3}) machine.read(7, minute * MINUTE, 25, 3 * MINUTE);
        assertThat(heard.lines()).containsExactly("RAISED 3");
        assertThat(machine.read(7, MINUTE, 5, 4 * MINUTE)).isEqualTo(Verdict.LATE);
        assertThat(heard.lines()).isEmpty();
        assertThat(machine.read(7, MINUTE, 30, 5 * MINUTE)).isEqualTo(Verdict.CORRECTED);
        assertThat(heard.lines()).containsExactly("RAISED 2");
        assertThat(heard.told).extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("found", "withdrawn", "found");
    }

    @Test
    void aLateReadingMayOnlyChangeTheEvidence() {
        Rule rule = new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20).lasting(Duration.ofMinutes(2)), Limit.at(10));
        RuleMachine machine = new RuleMachine(rule, Arrival.IN_ORDER.late(Duration.ofMinutes(10)), heard);
        for (long minute : new long[] {0, 2}) machine.read(7, minute * MINUTE, 25, 3 * MINUTE);
        machine.read(7, MINUTE, 40, 4 * MINUTE);
        assertThat(heard.standing().values())
                .singleElement()
                .satisfies(it -> assertThat(it.evidence())
                        .isEqualTo(new Evidence.Run(Instant.EPOCH, 3, 25, 25, 25, 40, 20, 20)));
    }

    @Test
    void silenceIsWithdrawnWhenAReadingWasOnlyUnderWay() {
        RuleMachine machine = new RuleMachine(
                GAS.silentAfter(Duration.ofMinutes(15)), Arrival.IN_ORDER.late(Duration.ofMinutes(10)), heard);
        machine.read(7, 0, 1, 0);
        machine.pass(20 * MINUTE);
        assertThat(heard.lines()).containsExactly("SILENT 15");
        assertThat(machine.read(7, 14 * MINUTE, 1, 21 * MINUTE)).isEqualTo(Verdict.IN_ORDER);
        assertThat(heard.lines()).isEmpty();
        machine.pass(40 * MINUTE);
        assertThat(heard.lines()).containsExactly("SILENT 29");
    }

    @Test
    void aSnapshotOfAnotherVersionIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RuleMachine(GAS, Arrival.IN_ORDER, heard).snapshot(new DataOutputStream(bytes));
        Rule next = new Rule("gas", 2, GAS.measure(), GAS.raise(), GAS.clear());
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleMachine.restore(next, Arrival.IN_ORDER, heard, in))
                .withMessageContaining("version=1");
    }

    @Test
    void rulesThatCannotBeMeantAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("gas", 1, new Level(Side.ABOVE), Limit.at(20), Limit.at(21)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("p", 1, new Level(Side.BELOW), Limit.at(2), Limit.at(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> Limit.at(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleMachine(
                        GAS.silentAfter(Duration.ofMinutes(5)),
                        Arrival.IN_ORDER.late(Duration.ofMinutes(5)),
                        heard));
    }
}
