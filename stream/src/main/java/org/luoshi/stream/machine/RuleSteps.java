package org.luoshi.stream.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.luoshi.stream.rule.Limit;
import org.luoshi.stream.rule.Rule;

/// The state machine of a rule: what one reading, or time gone by, does to the state of one sensor.
final class RuleSteps {

    private final Rule rule;
    private final Gauge gauge;
    private final TransitionIds ids;
    private final double sign;
    private final Towards raise;
    private final Towards clear;

    /// Silence allowed, in milliseconds; 0 if silence says nothing.
    private final long gap;

    /// A limit in the sense that more is always nearer to it.
    private record Towards(double at, int readings, long dwell) {
        static Towards of(Limit limit, double sign) {
            return new Towards(sign * limit.at(), limit.readings(), limit.dwell().toMillis());
        }
    }

    RuleSteps(Rule rule) {
        this.rule = rule;
        this.gauge = Gauge.of(rule);
        this.ids = new TransitionIds(rule);
        this.sign = rule.measure().sign();
        this.raise = Towards.of(rule.raise(), sign);
        this.clear = Towards.of(rule.clear(), -sign);
        this.gap = rule.silent() == null ? 0 : rule.silent().toMillis();
    }

    /// @param at later than the state's last reading
    void read(KeyState state, long at, double value, Consumer<Transition> out) {
        pass(state, at, out);
        if (state.silent) hear(state, at, out);
        double measured = gauge.read(state, at, value);
        Towards towards = state.raised ? clear : raise;
        double toward = state.raised ? -sign * measured : sign * measured;
        if (toward >= towards.at) {
            if (state.run == 0) {
                state.runSince = at;
                state.runFirst = value;
                state.runFurthest = toward;
            } else if (toward > state.runFurthest) state.runFurthest = toward;
            if (state.run < Integer.MAX_VALUE) state.run++;
            if (state.run >= towards.readings && at - state.runSince >= towards.dwell)
                turn(state, at, value, measured, towards, out);
        } else state.run = 0;
        state.lastAt = at;
        state.lastValue = value;
    }

    /// Time has come to `known`, and nothing more was heard until then. Readings in a row end here.
    void pass(KeyState state, long known, Consumer<Transition> out) {
        if (gap == 0 || state.silent || state.lastAt == KeyState.NEVER || known <= silentAt(state)) return;
        state.silent = true;
        state.run = 0;
        out.accept(transition(state, Transition.Kind.SILENT, silentAt(state), silentAt(state), silence(state)));
    }

    /// The last moment at which the sensor need not have been heard.
    long silentAt(KeyState state) {
        return state.lastAt + gap;
    }

    private void hear(KeyState state, long at, Consumer<Transition> out) {
        state.silent = false;
        out.accept(transition(state, Transition.Kind.HEARD, at, silentAt(state), silence(state)));
    }

    private void turn(
            KeyState state, long at, double value, double measured, Towards towards, Consumer<Transition> out) {
        boolean raising = !state.raised;
        if (raising) state.raisedAt = at;
        double furthest = raising ? sign * state.runFurthest : -sign * state.runFurthest;
        Evidence.Run run = new Evidence.Run(
                Instant.ofEpochMilli(state.runSince),
                state.run,
                state.runFirst,
                value,
                measured,
                furthest,
                (raising ? rule.raise() : rule.clear()).at(),
                state.runFurthest - towards.at);
        Evidence evidence =
                raising && state.strangeness != null ? new Evidence.Strange(run, state.strangeness.shares()) : run;
        out.accept(transition(
                state, raising ? Transition.Kind.RAISED : Transition.Kind.CLEARED, at, state.raisedAt, evidence));
        state.raised = raising;
        state.run = 0;
    }

    private Evidence silence(KeyState state) {
        return new Evidence.Silence(
                Instant.ofEpochMilli(state.lastAt), state.lastValue, Duration.ofMillis(gap));
    }

    private Transition transition(KeyState state, Transition.Kind kind, long at, long began, Evidence evidence) {
        UUID id = ids.of(state.key, kind, at);
        UUID episode = kind.beginning() == kind ? id : ids.of(state.key, kind.beginning(), began);
        return new Transition(
                id, episode, kind, rule.id(), rule.version(), state.key, Instant.ofEpochMilli(at), evidence);
    }
}
