package org.luoshi.stream.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Finds the sensors that have fallen silent, without looking at those that have not.
///
/// Each sensor waits in the slot of time in which it would be silent if nothing more came. A reading moves nothing; when
/// its slot has passed, a sensor that was heard since waits in a later one. So each is looked at once in the silence
/// allowed, not once a reading. Slots begin at fixed times, which makes the order in which silences are told the same
/// after a snapshot.
final class SilenceWatch {

    private static final int SLOTS_IN_A_GAP = 16;

    private final RuleSteps steps;
    private final long width;
    private final TreeMap<Long, List<KeyState>> slots = new TreeMap<>();
    private long next = Long.MAX_VALUE;

    /// @param gap silence allowed, milliseconds, above 0
    SilenceWatch(RuleSteps steps, long gap) {
        this.steps = steps;
        this.width = Math.max(1, gap / SLOTS_IN_A_GAP);
    }

    void watch(KeyState state) {
        long slot = slot(state);
        slots.computeIfAbsent(slot, _ -> new ArrayList<>()).add(state);
        state.watched = true;
        next = Math.min(next, (slot + 1) * width);
    }

    /// @param known the time that has come
    void pass(long known, Consumer<Transition> out) {
        while (known > next) {
            long slot = slots.firstKey();
            List<KeyState> waiting = Objects.requireNonNull(slots.remove(slot));
            waiting.sort(Comparator.comparingLong(steps::silentAt).thenComparingLong(state -> state.key));
            for (KeyState state : waiting) {
                state.watched = false;
                if (state.silent) continue;
                if (slot(state) == slot) steps.pass(state, known, out);
                else watch(state);
            }
            next = slots.isEmpty() ? Long.MAX_VALUE : (slots.firstKey() + 1) * width;
        }
    }

    private long slot(KeyState state) {
        return Math.floorDiv(steps.silentAt(state), width);
    }
}
