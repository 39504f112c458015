package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.AUDIT_ENTRY;
import static org.luoshi.tables.Tables.PLAN_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.PlanVersion;
import org.luoshi.plan.PlanVersion.Origin;
import org.springframework.stereotype.Component;

/// The plan's versions.
@Component
public class PlanStore {

    private final DSLContext database;
    private final PlanReader reader;
    private final PlanWriter writer;
    private volatile @Nullable Held present;

    private record Held(QualifiedId id, int version, Plan plan) {}

    PlanStore(DSLContext database, PlanReader reader, PlanWriter writer) {
        this.database = database;
        this.reader = reader;
        this.writer = writer;
    }

    /// @param asOf null for the present, which is kept in memory until the next version
    public Optional<Plan> plan(QualifiedId id, @Nullable Instant asOf) {
        if (asOf != null) {
            return reader.read(id, asOf);
        }
        Optional<PlanVersion> latest = latest(id);
        Held held = present;
        if (held != null && latest.isPresent() && held.id().equals(id)
                && held.version() == latest.get().number()) {
            return Optional.of(held.plan());
        }
        Optional<Plan> plan = reader.read(id, null);
        plan.ifPresent(p -> present = new Held(id, latest.map(PlanVersion::number).orElse(0), p));
        return plan;
    }

    public Optional<PlanVersion> latest(QualifiedId id) {
        return versions(id, 1).stream().findFirst();
    }

    /// Newest first.
    public List<PlanVersion> versions(QualifiedId id, int limit) {
        return versions(PLAN_VERSION.PLAN.eq(id.toString()))
                .orderBy(PLAN_VERSION.NUMBER.desc())
                .limit(limit)
                .fetch(PlanStore::version);
    }

    public Map<Long, PlanVersion> versionsOf(QualifiedId id, Set<Long> changes) {
        return versions(PLAN_VERSION.PLAN.eq(id.toString()).and(PLAN_VERSION.CHANGE.in(changes)))
                .fetchMap(PLAN_VERSION.CHANGE, PlanStore::version);
    }

    private SelectConditionStep<Record> versions(Condition condition) {
        return database.select(PLAN_VERSION.fields())
                .select(AUDIT_ENTRY.ACTOR)
                .from(PLAN_VERSION)
                .join(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.NUMBER.eq(PLAN_VERSION.CHANGE))
                .where(condition);
    }

    /// Inside a transaction whose change is open.
    public PlanVersion write(Plan plan, Change change, Origin origin, String digest, String note) {
        int number = latest(plan.id()).map(PlanVersion::number).orElse(0) + 1;
        writer.write(reader.read(plan.id(), null).orElse(null), plan, change);
        database.insertInto(PLAN_VERSION)
                .set(PLAN_VERSION.PLAN, plan.id().toString())
                .set(PLAN_VERSION.NUMBER, number)
                .set(PLAN_VERSION.CHANGE, change.number())
                .set(PLAN_VERSION.KNOWN_AT, change.knownAt())
                .set(PLAN_VERSION.ORIGIN, origin.id())
                .set(PLAN_VERSION.DIGEST, digest)
                .set(PLAN_VERSION.NOTE, note)
                .execute();
        // few rows that nobody else would ever count: without this the board is joined as if there were one focus
        database.execute("analyze luoshi.plan_focus, luoshi.plan_measure, luoshi.plan_commitment, luoshi.plan_milestone");
        return new PlanVersion(number, change.number(), change.knownAt(), origin, digest, note, change.actor());
    }

    /// Digest of the newest version that came from a pack.
    public Optional<String> packDigest(QualifiedId id) {
        return database.select(PLAN_VERSION.DIGEST)
                .from(PLAN_VERSION)
                .where(PLAN_VERSION.PLAN.eq(id.toString()), PLAN_VERSION.ORIGIN.eq(Origin.PACK.id()))
                .orderBy(PLAN_VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(PLAN_VERSION.DIGEST);
    }

    private static PlanVersion version(Record row) {
        return new PlanVersion(
                row.get(PLAN_VERSION.NUMBER),
                row.get(PLAN_VERSION.CHANGE),
                row.get(PLAN_VERSION.KNOWN_AT),
                Origin.valueOf(row.get(PLAN_VERSION.ORIGIN).toUpperCase(Locale.ROOT)),
                row.get(PLAN_VERSION.DIGEST),
                row.get(PLAN_VERSION.NOTE),
                row.get(AUDIT_ENTRY.ACTOR));
    }
}
