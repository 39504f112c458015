package org.luoshi.register;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.register.internal.history.PackHistory;
import org.luoshi.register.internal.history.Places;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.schema.Planner;
import org.luoshi.register.internal.value.CommitmentIndex;
import org.luoshi.register.internal.value.UnitIndex;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// All registers of the packs in use.
@Service
public class Registers {

    private record Indexed(UnitTree tree, UnitIndex index) {}

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final ChangeLog log;
    private final Units units;
    private final Guard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CommitmentNames commitments;
    private final PackHistory history;
    private final Places places;
    private volatile PackSet packs = new PackSet(List.of());
    private volatile Indexed indexed = new Indexed(new UnitTree(List.of(), List.of()), new UnitIndex(List.of()));

    public Registers(
            DSLContext database,
            PlatformTransactionManager transactions,
            ChangeLog log,
            Units units,
            Guard guard,
            ApplicationEventPublisher events,
            Clock clock,
            ObjectProvider<CommitmentNames> commitments,
            ObjectProvider<PackReader> packReader) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.units = units;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
        this.commitments = () -> Optional.ofNullable(commitments.getIfAvailable()).flatMap(CommitmentNames::titles);
        this.places = new Places(database);
        this.history = new PackHistory(database, () -> Optional.ofNullable(packReader.getIfAvailable()));
    }

    /// Steps from the database as it is to what the packs declare. Changes nothing.
    ///
    /// @throws IllegalArgumentException if a name of a pack is reserved by the database
    public SchemaPlan plan(PackSet wanted) {
        return Planner.plan(wanted, database);
    }

    /// Brings the database to what the packs declare, in one transaction with one change, and uses the packs from then
    /// on. Does nothing to a database that already is so.
    ///
    /// @param consents subjects whose loss was asked for by name, e.g. `parks.project.old_field`
    /// @param actor account
    /// @return what was done
    /// @throws SchemaRefused if something would be lost that nobody asked to lose
    public SchemaPlan apply(PackSet wanted, Set<String> consents, String actor) {
        return apply(wanted, consents, () -> log.open(new ChangeRequest(
                actor, "schema.apply", "schema", Map.of("drop", String.join(",", consents)))));
    }

    /// The same as part of a change that is being made.
    @Transactional(propagation = Propagation.MANDATORY)
    public SchemaPlan apply(PackSet wanted, Set<String> consents, Change change) {
        return apply(wanted, consents, () -> change);
    }

    private SchemaPlan apply(PackSet wanted, Set<String> consents, Supplier<Change> change) {
        SchemaPlan first = plan(wanted);
        if (!first.refused(consents).isEmpty()) {
            throw new SchemaRefused(first, consents);
        }
        SchemaPlan applied = first.isEmpty() ? first : run(wanted, consents, change);
        use(wanted);
        return applied;
    }

    /// What is kept of fields and registers that packs no longer declare.
    public List<Departed> departed() {
        return places.departed();
    }

    /// Erases for ever what is kept of a field or register that packs no longer declare. Figures of the past that need
    /// it cannot be computed from then on, and say so.
    ///
    /// @param name `pack.entity.field` or `pack.entity`
    /// @return what was erased; empty where nothing is kept under the name
    public List<Departed> erase(String name, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Change change = log.open(new ChangeRequest(actor, "register.erase", name));
            List<Departed> erased = places.erase(name, change);
            if (erased.isEmpty()) status.setRollbackOnly();
            return erased;
        }));
    }

    /// Works with these packs, whose tables are there already.
    public void use(PackSet active) {
        this.packs = active;
    }

    public PackSet packs() {
        return packs;
    }

    /// @param asOf null for the packs in use
    public PackSet packs(@Nullable Instant asOf) {
        return asOf == null ? packs : packsThen(asOf).packs();
    }

    public PacksThen packsThen(Instant asOf) {
        return history.at(asOf, packs);
    }

    /// Notes that these packs are in force from the change on, and keeps their files.
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteInForce(PackSet active, Change change) {
        history.record(active, change);
    }

    /// Keeps the files of packs that came into force before files were kept.
    @Transactional
    public void keepFiles(PackSet active) {
        history.keep(active);
    }

    /// By the moment from which they were in force; at each moment all packs, in order of dependency.
    public NavigableMap<Instant, List<PackVersion>> packTimeline() {
        return history.timeline();
    }

    /// @throws IllegalArgumentException if no pack in use declares the entity
    public Register of(QualifiedId entity) {
        Entity declared = packs.entity(entity)
                .orElseThrow(() -> new IllegalArgumentException("no pack in use declares `" + entity + "`"));
        return new Register(declared, setting());
    }

    /// The register as it was declared at the moment, to be read as of then.
    ///
    /// @param asOf null for the present
    /// @throws IllegalArgumentException if no pack of the moment declares the entity
    public Register of(QualifiedId entity, @Nullable Instant asOf) {
        if (asOf == null) return of(entity);
        PacksThen then = packsThen(asOf);
        Setting setting = setting().reading(then.packs(), asOf, then.since());
        Entity declared = setting.entity(entity)
                .orElseThrow(() -> new IllegalArgumentException("no pack in force at %s declares `%s`".formatted(asOf, entity)));
        return new Register(declared, setting);
    }

    /// Where the tables of a declaration are, for writers of SQL.
    ///
    /// @param entity as declared by [#packs] of the moment
    /// @param declared moment of the declaration; null for the present
    public EntityTable table(Entity entity, @Nullable Instant declared) {
        Instant since = declared == null ? null : packsThen(declared).since();
        return since == null ? places.now(entity) : places.then(entity, since);
    }

    /// The register for a module that answers for access itself. Only processes ask for it.
    ///
    /// @throws IllegalArgumentException if no pack in use declares the entity
    public EntrustedRegister entrusted(QualifiedId entity) {
        return new EntrustedRegister(of(entity).entity(), setting());
    }

    public List<Register> all() {
        Setting setting = setting();
        return packs.entities().map(entity -> new Register(entity, setting)).toList();
    }

    /// Records of every register whose label or key holds the words, some of each.
    ///
    /// @param asOf null for the present; else what was known then, by the declarations of then
    public Map<Register, List<Choice>> search(String words, int each, @Nullable Instant asOf, Viewer viewer) {
        List<Register> all = asOf == null ? all() : packs(asOf).entities().map(e -> of(e.id(), asOf)).toList();
        Map<Register, List<Choice>> found = new LinkedHashMap<>();
        return PromptReading.of(transaction, database, () -> {
            all.forEach(register -> found.put(register, register.lookup(words, each, viewer)));
            return found;
        });
    }

    private SchemaPlan run(PackSet wanted, Set<String> consents, Supplier<Change> opened) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Change change = opened.get();
            SchemaPlan plan = plan(wanted);
            if (!plan.refused(consents).isEmpty()) {
                throw new SchemaRefused(plan, consents);
            }
            plan.steps().forEach(step -> step.sql().forEach(sql -> database.connection(c -> {
                try (var statement = c.createStatement()) {
                    statement.execute(sql);
                }
            })));
            carryOver(wanted, change);
            places.note(plan.steps().stream().flatMap(step -> step.moves().stream()).toList(), change);
            plan.entities().forEach(id -> remember(QualifiedId.parse(id), wanted, change));
            return plan;
        }));
    }

    /// Cases at a step that another one takes the place of are at that one from now on: a new version of each record, in
    /// the change that brings the packs into force.
    private void carryOver(PackSet wanted, Change change) {
        wanted.processes().filter(process -> !process.renamed().isEmpty()).forEach(process -> {
            Field<Long> id = DSL.field(DSL.name("_id"), SQLDataType.BIGINT);
            Field<String> step = DSL.field(DSL.name(CaseRegister.STEP), SQLDataType.VARCHAR);
            Map<Long, Map<String, @Nullable Object>> steps = new TreeMap<>();
            database.select(id, step)
                    .from(new EntityTable(process.cases()).current())
                    .where(step.in(process.renamed().keySet()))
                    .forEach(row -> steps.put(
                            row.value1(), Map.of(CaseRegister.STEP, Known.in(process.renamed(), row.value2()))));
            if (!steps.isEmpty()) new EntrustedRegister(process.cases(), setting()).updateAll(steps, change);
            Planner.validations(process.cases()).forEach(database::execute);
        });
    }

    private void remember(QualifiedId entity, PackSet wanted, Change change) {
        Pack pack = wanted.packs().stream().filter(p -> p.id().equals(entity.pack())).findFirst().orElse(null);
        database.execute(
                """
                insert into luoshi.register_schema (entity, change, pack_version, pack_digest, dropped)
                values ({0}, {1}, {2}, {3}, {4})""",
                DSL.val(entity.toString()),
                DSL.val(change.number()),
                DSL.val(pack == null ? "" : pack.version()),
                DSL.val(pack == null ? "" : pack.digest()),
                DSL.val(wanted.entity(entity).isEmpty()));
    }

    private Setting setting() {
        UnitTree tree = units.tree();
        Indexed current = indexed;
        if (current.tree() != tree) {
            current = new Indexed(tree, new UnitIndex(tree.units()));
            indexed = current;
        }
        return new Setting(database, transaction, log, units, guard, events, clock, packs, packs, current.index(), new CommitmentIndex(commitments), places, null, null);
    }
}
