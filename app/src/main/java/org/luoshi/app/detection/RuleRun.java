package org.luoshi.app.detection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Level;
import org.luoshi.pack.monitoring.WarningRule.Trigger;
import org.luoshi.pack.monitoring.WarningRule.Watch;
import org.luoshi.stream.machine.Arrival;
import org.luoshi.stream.machine.Findings;
import org.luoshi.stream.machine.RuleMachine;
import org.luoshi.stream.machine.Transition;
import org.luoshi.stream.machine.Verdict;

/// One warning rule over a log of readings: a machine a level, and for conditions the newest readings of each thing.
///
/// Every finding follows from the readings alone, in the order in which they are given.
final class RuleRun {

    /// What a level finds of a thing.
    interface Listener {
        void found(WarningColour colour, Transition transition);
    }

    private final WarningRule rule;
    private final Map<WarningColour, RuleMachine> machines = new EnumMap<>(WarningColour.class);
    private final TreeMap<Long, Newest> newest = new TreeMap<>();
    private final List<String> names;

    RuleRun(WarningRule rule, PackSet packs, Arrival arrival, Listener listener) {
        this.rule = rule;
        this.names = rule.watch() instanceof Watch.Together together
                ? together.properties().keySet().stream().sorted().toList()
                : List.of();
        for (Level level : rule.levels())
            machines.put(
                    level.colour(),
                    new RuleMachine(
                            switch (rule.watch()) {
                                case Watch.Readings readings ->
                                    LevelRules.of(rule, level, property(packs, readings.property()));
                                case Watch.Together _ -> LevelRules.ofCondition(rule, level);
                            },
                            arrival,
                            new ToListener(level.colour(), listener)));
    }

    private static ObservedProperty property(PackSet packs, QualifiedId id) {
        return packs.observedProperty(id).orElseThrow(() -> new IllegalStateException("no observed property " + id));
    }

    /// Without lateness a machine neither revises nor withdraws.
    private record ToListener(WarningColour colour, Listener listener) implements Findings {

        @Override
        public void found(Transition transition) {
            listener.found(colour, transition);
        }

        @Override
        public void revised(Transition before, Transition now) {
            throw new IllegalStateException("revised without lateness: " + now);
        }

        @Override
        public void withdrawn(Transition transition) {
            throw new IllegalStateException("withdrawn without lateness: " + transition);
        }
    }

    /// Whether readings of the property say anything to the rule.
    boolean watches(QualifiedId property) {
        return switch (rule.watch()) {
            case Watch.Readings readings -> readings.property().equals(property);
            case Watch.Together together -> together.properties().containsValue(property);
        };
    }

    /// @param thing    that is measured
    /// @param at       milliseconds since 1970
    /// @param received by the log, in the same
    void read(long thing, QualifiedId property, long at, double value, long received) {
        if (rule.watch() instanceof Watch.Together together) gather(thing, property, together, at, value, received);
        else machines.values().forEach(machine -> machine.read(thing, at, value, received));
    }

    /// Nothing more was received until `now`.
    void pass(long now) {
        if (rule.watch() instanceof Watch.Together together)
            newest.forEach((thing, known) -> judge(thing, known, together, now));
        machines.values().forEach(machine -> machine.pass(now));
    }

    /// Readings that were not used, by why, of the level that refused most.
    Map<Verdict, Long> refused() {
        Map<Verdict, Long> refused = new EnumMap<>(Verdict.class);
        machines.values().forEach(machine -> machine.refused().forEach((why, count) -> refused.merge(why, count, Long::max)));
        return refused;
    }

    /// A moment is judged when every property has a reading of it, else when the thing has one of a later moment: what
    /// was measured together is never judged by halves.
    private void gather(
            long thing, QualifiedId property, Watch.Together together, long at, double value, long received) {
        Newest known = newest.computeIfAbsent(thing, _ -> new Newest(names.size()));
        if (at > known.moment) {
            judge(thing, known, together, received);
            known.moment = at;
            known.pending = true;
        }
        for (int i = 0; i < names.size(); i++)
            if (property.equals(together.properties().get(names.get(i)))) known.note(i, at, value);
        if (known.isWhole()) judge(thing, known, together, received);
    }

    private void judge(long thing, Newest known, Watch.Together together, long received) {
        if (!known.pending) return;
        known.pending = false;
        long since = known.moment - together.fresh().toMillis();
        Environment readings = Environment.ofVariables(name -> known.since(since, names.indexOf(name)));
        for (Level level : rule.levels()) {
            Expr holds = ((Trigger.Condition) level.trigger()).holds();
            if (Evaluator.evaluate(holds, readings) instanceof Boolean held)
                Known.in(machines, level.colour()).read(thing, known.moment, held ? 1 : 0, received);
        }
    }

    /// Newest readings of one thing, by the place of their property among the names.
    private static final class Newest {

        private final long[] at;
        private final double[] value;

        /// The latest moment of a reading, and whether it is still to be judged.
        private long moment = Long.MIN_VALUE;

        private boolean pending;

        Newest(int properties) {
            at = new long[properties];
            value = new double[properties];
            Arrays.fill(at, Long.MIN_VALUE);
        }

        void note(int property, long time, double reading) {
            if (time <= at[property]) return;
            at[property] = time;
            value[property] = reading;
        }

        boolean isWhole() {
            return Arrays.stream(at).allMatch(time -> time == moment);
        }

        @Nullable BigDecimal since(long time, int property) {
            return at[property] < time ? null : BigDecimal.valueOf(value[property]);
        }
    }
}
