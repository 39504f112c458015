package org.luoshi.app.activation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.luoshi.access.Units;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.PackSet;
import org.luoshi.plan.PlanEditing;
import org.luoshi.process.Processes;
import org.luoshi.register.PackVersion;
import org.luoshi.register.Registers;
import org.luoshi.register.SchemaPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings compiled packs into force, once for each version of them.
@Component
public class Activation {

    private static final Logger LOG = LoggerFactory.getLogger(Activation.class);
    private static final String ACTOR = "system";

    private final TransactionTemplate transaction;
    private final ChangeLog log;
    private final Units units;
    private final Registers registers;
    private final Indicators indicators;
    private final PlanEditing plans;
    private final Processes processes;

    /// What may be lost, by name, e.g. `parks.project.old_field`: asked for with `run --drop`.
    private final Set<String> consents;

    /// What is to be erased of what was dropped before, by name: asked for with `run --forget`.
    private final Set<String> forgotten;

    public Activation(
            TransactionTemplate transaction,
            ChangeLog log,
            Units units,
            Registers registers,
            Indicators indicators,
            PlanEditing plans,
            Processes processes,
            @Value("${luoshi.drop:}") Set<String> consents,
            @Value("${luoshi.forget:}") Set<String> forgotten) {
        this.transaction = transaction;
        this.log = log;
        this.units = units;
        this.registers = registers;
        this.indicators = indicators;
        this.plans = plans;
        this.processes = processes;
        this.consents = Set.copyOf(consents);
        this.forgotten = Set.copyOf(forgotten);
    }

    /// Whether nothing has ever been brought into force here.
    public boolean fresh() {
        return registers.packTimeline().isEmpty();
    }

    /// Whether exactly these packs are in force, so that using them changes nothing.
    public boolean inForce(PackSet packs) {
        return inForce().equals(digests(packs));
    }

    /// Uses the packs: as they are where they are in force already, else after bringing them into force.
    public void use(PackSet packs) {
        takeUp(packs);
        new TreeSet<>(forgotten).forEach(this::forget);
    }

    private void takeUp(PackSet packs) {
        if (inForce(packs)) {
            units.load();
            registers.use(packs);
            registers.keepFiles(packs);
            adoptPlan(packs);
        } else {
            transaction.executeWithoutResult(status -> plans.activate(packs, bringIntoForce(packs)));
            indicators.refresh();
        }
    }

    private void forget(String name) {
        if (registers.erase(name, ACTOR).isEmpty()) {
            LOG.warn("没有为 {} 保存可清除的旧值；luoshi schema 列出现有的 / nothing is kept of {}; luoshi schema lists what is", name, name);
        } else {
            LOG.info("已清除 {} 的旧值 / erased what was kept of {}", name, name);
        }
    }

    /// Units, schema and the note of who is in force since when, all known from one moment on. Call within a
    /// transaction.
    public Change bringIntoForce(PackSet packs) {
        SortedMap<String, String> details = digests(packs);
        if (!consents.isEmpty()) details.put("--drop", String.join(",", new TreeSet<>(consents)));
        Change change = log.open(new ChangeRequest(ACTOR, "packs.activate", "packs", details));
        boolean first = fresh();
        packs.city().ifPresent(city -> units.activate(city.units(), city.parents(), city.successions(), change.knownAt()));
        SchemaPlan applied = registers.apply(packs, consents, change);
        processes.bringIntoForce(packs, change);
        if (!applied.isEmpty() && !first) {
            LOG.info("登记表结构 / registers' schema\n{}", applied.render(Language.ZH, consents));
        }
        registers.noteInForce(packs, change);
        indicators.adopt();
        return change;
    }

    /// Takes the city pack's plan as the plan in force, where it differs from the one taken in last.
    public void adoptPlan(PackSet packs) {
        plans.activate(packs, ACTOR);
    }

    private Map<String, String> inForce() {
        Map<String, String> digests = new TreeMap<>();
        Map.Entry<Instant, List<PackVersion>> latest = registers.packTimeline().lastEntry();
        if (latest != null) latest.getValue().forEach(pack -> digests.put(pack.pack(), pack.digest()));
        return digests;
    }

    private static SortedMap<String, String> digests(PackSet packs) {
        SortedMap<String, String> digests = new TreeMap<>();
        packs.packs().forEach(pack -> digests.put(pack.id(), pack.digest()));
        return digests;
    }
}
