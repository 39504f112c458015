package org.luoshi.stream.machine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.stream.rule.Rule;

/// One rule for any number of sensors, fed with a log of readings. Times are milliseconds since 1970.
///
/// What stands after a log does not depend on the order in which the readings of a sensor came, as long as each was
/// accepted and no two are of the same moment: a late one revises what was found after it. Of two values for one moment
/// the later to come counts.
///
/// Not thread-safe: sensors may be shared out among machines.
public final class RuleMachine {

    private static final int FORMAT = 2;

    private final Rule rule;
    private final Arrival arrival;
    private final Findings findings;
    private final RuleSteps steps;
    private final KeyTable keys = new KeyTable();
    private final @Nullable SilenceWatch silence;
    private final long lateness;
    private final long ahead;
    private final long behind;
    private final EnumMap<Verdict, Long> refused = new EnumMap<>(Verdict.class);
    private long known = KeyState.NEVER;

    public RuleMachine(Rule rule, Arrival arrival, Findings findings) {
        if (rule.silent() != null && rule.silent().compareTo(arrival.lateness()) <= 0)
            throw new IllegalArgumentException("rule %s: a reading may be %s late, and yet %s is silence"
                    .formatted(rule.id(), arrival.lateness(), rule.silent()));
        this.rule = rule;
        this.arrival = arrival;
        this.findings = findings;
        this.steps = new RuleSteps(rule);
        this.silence = rule.silent() == null ? null : new SilenceWatch(steps, rule.silent().toMillis());
        this.lateness = arrival.lateness().toMillis();
        this.ahead = arrival.ahead().toMillis();
        this.behind = arrival.behind().toMillis();
    }

    /// @param at       moment of the reading, by the sensor
    /// @param received moment at which the log took it; one before an earlier entry's is taken for that
    public Verdict read(long key, long at, double value, long received) {
        if (received > known) known = received;
        Verdict verdict = judge(key, at, value);
        if (verdict.compareTo(Verdict.DUPLICATE) >= 0) refused.merge(verdict, 1L, Long::sum);
        if (silence != null) silence.pass(known, findings::found);
        return verdict;
    }

    /// Nothing more was received until `now`: who is silent by then is told.
    public void pass(long now) {
        if (now > known) known = now;
        if (silence != null) silence.pass(known, findings::found);
    }

    /// Sensors known.
    public int sensors() {
        return keys.size();
    }

    /// How many readings were not used, by why.
    public Map<Verdict, Long> refused() {
        return Collections.unmodifiableMap(refused);
    }

    private Verdict judge(long key, long at, double value) {
        if (!rule.plausible().holds(value)) return Verdict.IMPLAUSIBLE;
        if (at > known + ahead) return Verdict.AHEAD;
        if (at < known - behind) return Verdict.ANCIENT;
        KeyState state = keys.get(key);
        if (at > state.lastAt && !disprovesSilence(state, at)) {
            follow(state, at, value);
            return Verdict.IN_ORDER;
        }
        if (at == state.lastAt && value == state.lastValue) return Verdict.DUPLICATE;
        if (state.recent == null || at < state.lastAt - lateness) return Verdict.TOO_LATE;
        if (state.recent.holds(at, value)) return Verdict.DUPLICATE;
        return revise(state, state.recent, at, value);
    }

    /// On its way while silence was told.
    private boolean disprovesSilence(KeyState state, long at) {
        return state.silent && state.recent != null && at <= steps.silentAt(state);
    }

    private void follow(KeyState state, long at, double value) {
        if (lateness > 0) {
            if (state.recent == null) state.recent = new RecentReadings(state.copy());
            state.recent.settle(at - lateness, steps);
            state.recent.append(at, value);
        }
        steps.read(state, at, value, findings::found);
        watch(state);
    }

    private void watch(KeyState state) {
        if (silence != null && !state.watched && !state.silent) silence.watch(state);
    }

    private Verdict revise(KeyState state, RecentReadings recent, long at, double value) {
        Map<UUID, Transition> before = new LinkedHashMap<>();
        KeyState was = recent.replay(steps, it -> before.put(it.id(), it));
        if (state.silent) steps.pass(was, Long.MAX_VALUE, it -> before.put(it.id(), it));
        boolean newest = at > state.lastAt;
        boolean added = recent.put(at, value);
        Map<UUID, Transition> now = new LinkedHashMap<>();
        KeyState becomes = recent.replay(steps, it -> now.put(it.id(), it));
        if (state.silent && !newest) steps.pass(becomes, Long.MAX_VALUE, it -> now.put(it.id(), it));
        state.become(becomes);
        before.forEach((id, found) -> {
            if (!now.containsKey(id)) findings.withdrawn(found);
        });
        now.forEach((id, found) -> {
            Transition earlier = before.get(id);
            if (earlier == null) findings.found(found);
            else if (!earlier.equals(found)) findings.revised(earlier, found);
        });
        watch(state);
        if (newest) return Verdict.IN_ORDER;
        return added ? Verdict.LATE : Verdict.CORRECTED;
    }

    /// Writes everything that the machine remembers; the same for the same log, byte for byte.
    public void snapshot(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(rule + " " + arrival);
        out.writeLong(known);
        out.writeInt(refused.size());
        for (Map.Entry<Verdict, Long> entry : refused.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeLong(entry.getValue());
        }
        out.writeInt(keys.size());
        for (KeyState state : keys.sorted()) {
            out.writeLong(state.key);
            state.write(out);
            out.writeBoolean(state.recent != null);
            if (state.recent != null) state.recent.write(out);
        }
    }

    /// @throws IllegalArgumentException if the snapshot is of another rule, version or way of arrival
    public static RuleMachine restore(Rule rule, Arrival arrival, Findings findings, DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) throw new IllegalArgumentException("snapshot of format " + format);
        String of = in.readUTF();
        if (!of.equals(rule + " " + arrival))
            throw new IllegalArgumentException("snapshot of %s, not of %s %s".formatted(of, rule, arrival));
        RuleMachine machine = new RuleMachine(rule, arrival, findings);
        machine.known = in.readLong();
        for (int left = in.readInt(); left > 0; left--)
            machine.refused.put(Verdict.valueOf(in.readUTF()), in.readLong());
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            KeyState state = KeyState.read(key, in);
            if (in.readBoolean()) state.recent = RecentReadings.read(key, in);
            machine.keys.put(state);
            machine.watch(state);
        }
        return machine;
    }
}
