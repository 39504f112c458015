package org.luoshi.app.detection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.access.Units;
import org.luoshi.app.command.Refusal;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.stream.machine.Arrival;
import org.luoshi.stream.machine.Transition;
import org.luoshi.warning.Finding;
import org.luoshi.warning.WarningIntake;

/// One exercise: readings of a file run through a rule, and what it finds told as warnings that are marked.
final class Drill {

    /// Findings told together.
    private static final int GROUP = 1000;

    private final WarningRule rule;
    private final String name;
    private final Units units;
    private final WarningIntake intake;
    private final RuleRun run;
    private final QualifiedReading properties;
    private final Map<Long, Thing> things = new HashMap<>();
    private final List<Finding> group = new ArrayList<>();
    private long received = Long.MIN_VALUE;
    private int taken;

    private record Thing(String name, String unit) {}

    /// @param name of the drill: done again under the same name it raises nothing twice
    Drill(WarningRule rule, PackSet packs, String name, Units units, WarningIntake intake) {
        this.rule = rule;
        this.name = name;
        this.units = units;
        this.intake = intake;
        this.properties = new QualifiedReading(rule);
        this.run = new RuleRun(rule, packs, Arrival.IN_ORDER, this::found);
    }

    void read(ReadingsFile.Row row) {
        QualifiedId property = properties.of(row);
        if (!run.watches(property)) return;
        String unit = row.unit().orElseThrow(() ->
                Refusal.usage("CSV 缺少 unit 一列。", "The CSV has no column unit."));
        String known = units.find(unit)
                .map(Unit::id)
                .orElseThrow(() -> Refusal.usage("没有单位 %s。".formatted(unit), "There is no unit %s.".formatted(unit)));
        long key = key(row.thing());
        things.putIfAbsent(key, new Thing(row.thing(), known));
        received = Math.max(received, row.at());
        run.read(key, property, row.at(), row.value(), received);
        if (group.size() >= GROUP) tell();
    }

    void end() {
        run.pass(received);
        tell();
    }

    /// Of the thing in this drill: never that of the real thing, whose findings would otherwise be taken for known.
    private long key(String thing) {
        return ByteBuffer.wrap(Sha256.of("drill\n" + name + "\n" + thing)).getLong();
    }

    int things() {
        return things.size();
    }

    /// Findings that were new.
    int taken() {
        return taken;
    }

    private void found(WarningColour colour, Transition transition) {
        Thing thing = Known.in(things, transition.key());
        group.add(Told.of(rule, colour, transition, thing.name, thing.unit, true));
    }

    private void tell() {
        taken += intake.take(group);
        group.clear();
    }
}
