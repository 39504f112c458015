package org.luoshi.stream.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Findings as they came, and what of them stands.
final class Heard implements Findings {

    final List<String> told = new ArrayList<>();
    private final Map<UUID, Transition> standing = new TreeMap<>();

    @Override
    public void found(Transition transition) {
        told.add("found " + transition);
        if (standing.put(transition.id(), transition) != null) throw new AssertionError("found twice: " + transition);
    }

    @Override
    public void revised(Transition before, Transition now) {
        told.add("revised " + now);
        if (!standing.replace(before.id(), before, now)) throw new AssertionError("not standing: " + before);
    }

    @Override
    public void withdrawn(Transition transition) {
        told.add("withdrawn " + transition);
        if (!standing.remove(transition.id(), transition)) throw new AssertionError("not standing: " + transition);
    }

    Map<UUID, Transition> standing() {
        return standing;
    }

    /// In order of time, as `RAISED 3`: kind and minute.
    List<String> lines() {
        return standing.values().stream()
                .sorted(Comparator.comparing(Transition::at))
                .map(it -> it.kind() + " " + it.at().toEpochMilli() / 60_000)
                .toList();
    }
}
