package org.luoshi.stream.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.luoshi.stream.rule.Limit;
import org.luoshi.stream.rule.Measure.Level;
import org.luoshi.stream.rule.Measure.Rate;
import org.luoshi.stream.rule.Measure.Side;
import org.luoshi.stream.rule.Measure.Strange;
import org.luoshi.stream.rule.Measure.Trend;
import org.luoshi.stream.rule.Measure.Unchanged;
import org.luoshi.stream.rule.Measure.Unusual;
import org.luoshi.stream.rule.Rule;

class RuleMachineLawsTest {

    private static final long MINUTE = 60_000;
    private static final Arrival LATE = Arrival.IN_ORDER.late(Duration.ofMinutes(10));

    /// One entry of a log; times in minutes.
    record Entry(long key, long at, double value, long received) {
        void to(RuleMachine machine) {
            machine.read(key, at * MINUTE, value, received * MINUTE);
        }
    }

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Limit> raise = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, 5))
                .as((readings, minutes) -> new Limit(3, readings, Duration.ofMinutes(minutes)));
        Arbitrary<Limit> clear = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, 5))
                .as((readings, minutes) -> new Limit(1, readings, Duration.ofMinutes(minutes)));
        Arbitrary<Rule> plain = Combinators.combine(
                        Arbitraries.of(
                                new Level(Side.ABOVE),
                                new Rate(Trend.EITHER, Duration.ofMinutes(1)),
                                new Unchanged(0.5),
                                new Unusual(ZoneOffset.ofHours(8), 2, 0.5),
                                new Strange()),
                        raise,
                        clear)
                .as((measure, up, down) -> new Rule("law", 1, measure, up, down).plausible(0, 6));
        return Combinators.combine(plain, Arbitraries.of(true, false))
                .as((rule, silence) -> silence ? rule.silentAfter(Duration.ofMinutes(15)) : rule);
    }

    /// Readings of four sensors, some late, some far too late, some repeated, some implausible, with pauses.
    @Provide
    Arbitrary<List<Entry>> logs() {
        Arbitrary<long[]> steps = Arbitraries.longs()
                .between(0, 9)
                .array(long[].class)
                .ofSize(4);
        return steps.list().ofMaxSize(60).map(list -> {
            List<Entry> log = new ArrayList<>();
            long now = 1000;
            for (long[] it : list) {
                now += it[0] == 9 ? 20 : it[0] / 3;
                log.add(new Entry(it[1] % 4, now - (it[2] == 9 ? 14 : it[2]), it[3] % 8, now));
            }
            return log;
        });
    }

    @Property
    void aSnapshotAndTheRestAreTheWhole(
            @ForAll("rules") Rule rule, @ForAll("logs") List<Entry> log, @ForAll int cut, @ForAll boolean late)
            throws IOException {
        Arrival arrival = late ? LATE : Arrival.IN_ORDER;
        Heard whole = new Heard();
        RuleMachine one = new RuleMachine(rule, arrival, whole);
        log.forEach(entry -> entry.to(one));
        one.pass(2000 * MINUTE);

        int at = log.isEmpty() ? 0 : Math.floorMod(cut, log.size());
        Heard parts = new Heard();
        RuleMachine first = new RuleMachine(rule, arrival, parts);
        log.subList(0, at).forEach(entry -> entry.to(first));
        RuleMachine rest = RuleMachine.restore(
                rule, arrival, parts, new DataInputStream(new ByteArrayInputStream(snapshot(first))));
        log.subList(at, log.size()).forEach(entry -> entry.to(rest));
        rest.pass(2000 * MINUTE);

        assertThat(parts.told).isEqualTo(whole.told);
        assertThat(snapshot(rest)).isEqualTo(snapshot(one));
        assertThat(rest.refused()).isEqualTo(one.refused());
    }

    /// One sensor read every minute or so; each reading arrives up to ten minutes late.
    @Property
    void whatStandsDoesNotDependOnTheOrderOfArrival(
            @ForAll("rules") Rule rule, @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
        Random random = new Random(seed);
        List<Entry> inOrder = new ArrayList<>();
        long at = 1000;
        for (int i = 0; i < size; i++) {
            inOrder.add(new Entry(1, at, random.nextInt(7), at));
            at += random.nextInt(12) == 0 ? 20 : 1 + random.nextInt(2);
        }
        List<Entry> shuffled = new ArrayList<>(inOrder.stream()
                .map(it -> new Entry(it.key, it.at, it.value, it.at + random.nextInt(11)))
                .toList());
        Collections.shuffle(shuffled, random);
        shuffled.sort(Comparator.comparingLong(Entry::received));

        assertThat(standing(rule, shuffled)).isEqualTo(standing(rule, inOrder));
    }

    private static Object standing(Rule rule, List<Entry> log) {
        Heard heard = new Heard();
        RuleMachine machine = new RuleMachine(rule, LATE, heard);
        log.forEach(entry -> entry.to(machine));
        machine.pass(5000 * MINUTE);
        assertThat(machine.refused()).isEmpty();
        return heard.standing();
    }

    private static byte[] snapshot(RuleMachine machine) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            machine.snapshot(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
