package org.luoshi.app.activation;

import static org.luoshi.tables.Tables.PACK_ACTIVATION;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.luoshi.access.Units;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.plan.PlanEditing;
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

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final ChangeLog log;
    private final Units units;
    private final Registers registers;
    private final Indicators indicators;
    private final PlanEditing plans;

    /// What may be lost, by name, e.g. `parks.project.old_field`: asked for with `run --drop`.
    private final Set<String> consents;

    public Activation(
            DSLContext database,
            TransactionTemplate transaction,
            ChangeLog log,
            Units units,
            Registers registers,
            Indicators indicators,
            PlanEditing plans,
            @Value("${luoshi.drop:}") Set<String> consents) {
        this.database = database;
        this.transaction = transaction;
        this.log = log;
        this.units = units;
        this.registers = registers;
        this.indicators = indicators;
        this.plans = plans;
        this.consents = Set.copyOf(consents);
    }

    /// Whether nothing has ever been brought into force here.
    public boolean fresh() {
        return !database.fetchExists(PACK_ACTIVATION);
    }

    /// Whether exactly these packs are in force, so that using them changes nothing.
    public boolean inForce(PackSet packs) {
        return inForce().equals(digests(packs));
    }

    /// Uses the packs: as they are where they are in force already, else after bringing them into force.
    public void use(PackSet packs) {
        if (inForce(packs)) {
            units.load();
            registers.use(packs);
            adoptPlan(packs);
        } else {
            transaction.executeWithoutResult(status -> {
                bringIntoForce(packs);
                adoptPlan(packs);
            });
            indicators.recompute();
        }
    }

    /// Schema, units and the note of who is in force since when. Call within a transaction.
    public void bringIntoForce(PackSet packs) {
        Change change = log.open(new ChangeRequest(ACTOR, "packs.activate", "packs", digests(packs)));
        packs.city().ifPresent(city -> units.activate(city.units(), city.parents(), change.knownAt()));
        Map<String, String> before = inForce();
        SchemaPlan applied = registers.apply(packs, consents, ACTOR);
        if (!applied.isEmpty() && !before.isEmpty()) {
            LOG.info("登记表结构 / registers' schema\n{}", applied.render(Language.ZH, consents));
        }
        for (Pack pack : packs.packs()) {
            if (!pack.digest().equals(before.get(pack.id()))) {
                database.insertInto(PACK_ACTIVATION)
                        .set(PACK_ACTIVATION.PACK, pack.id())
                        .set(PACK_ACTIVATION.VERSION, pack.version())
                        .set(PACK_ACTIVATION.DIGEST, pack.digest())
                        .set(PACK_ACTIVATION.KNOWN_AT, change.knownAt())
                        .set(PACK_ACTIVATION.CHANGE, change.number())
                        .execute();
            }
        }
    }

    /// Takes the city pack's plan as the plan in force, where it differs from the one taken in last.
    public void adoptPlan(PackSet packs) {
        plans.activate(packs, ACTOR);
    }

    private Map<String, String> inForce() {
        Map<String, String> latest = new TreeMap<>();
        database.selectFrom(PACK_ACTIVATION)
                .orderBy(PACK_ACTIVATION.KNOWN_AT)
                .forEach(row -> latest.put(row.getPack(), row.getDigest()));
        return latest;
    }

    private static Map<String, String> digests(PackSet packs) {
        Map<String, String> digests = new TreeMap<>();
        packs.packs().forEach(pack -> digests.put(pack.id(), pack.digest()));
        return digests;
    }
}
