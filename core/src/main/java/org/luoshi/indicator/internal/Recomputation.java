package org.luoshi.indicator.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.indicator.CellsChanged;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings kept sums up to date with the marks.
///
/// One step is one transaction that sees one state of the database: marks, facts and cells agree in it. It deletes the
/// marks it has seen, so a change that commits meanwhile keeps its own. A crash leaves the marks, and cells that know
/// they are stale.
@Component
public class Recomputation {

    /// Arbitrary but fixed: one step at a time, whoever runs it.
    private static final long LOCK = 7_305_191_500L;

    private final DSLContext database;
    private final TransactionTemplate snapshot;
    private final Models models;
    private final Adoption adoption;
    private final Units units;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public Recomputation(
            DSLContext database,
            PlatformTransactionManager transactions,
            Models models,
            Adoption adoption,
            Units units,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.models = models;
        this.adoption = adoption;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /// The packs and units whose formulas and trees the database has been compared with.
    private record Adopted(Model model, UnitTree tree) {}

    private volatile @Nullable Adopted adopted;

    /// What a step found to do.
    public enum Step {
        NOTHING,
        WORKED,
        /// Somebody else is at it.
        BUSY
    }

    /// Until no mark is left.
    public void drain() {
        while (step() == Step.WORKED) {
            Thread.onSpinWait();
        }
    }

    public Step step() {
        return Objects.requireNonNull(snapshot.execute(unused -> {
            boolean mine = Boolean.TRUE.equals(database.fetchValue("select pg_try_advisory_xact_lock(?)", LOCK));
            if (!mine) return Step.BUSY;
            // compiling such queries takes longer than running them; what is lost with the power is marked still
            database.fetch("select set_config('jit', 'off', true), set_config('synchronous_commit', 'off', true)");
            Model model = models.current();
            if (model.packs().packs().isEmpty()) return Step.NOTHING;
            Adopted now = new Adopted(model, units.tree());
            if (!now.equals(adopted)) {
                adoption.adopt(model);
                afterCommit(() -> adopted = now);
            }
            return work(model);
        }));
    }

    /// Marks what the packs and units that have just come into force touch, within the transaction that brings them.
    public void adopt() {
        database.execute("select pg_advisory_xact_lock(?)", LOCK);
        adoption.adopt(models.current());
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /// Marks everything, so that the next steps build all cells from the registers.
    public void markAll() {
        snapshot.executeWithoutResult(unused -> {
            Marks marks = new Marks(database, models.current(), clock.getZone());
            models.current().sources().forEach(layout -> marks.whole(layout.id()));
        });
    }

    private Step work(Model model) {
        PendingMarks marks = new PendingMarks(database);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Map<String, Built> built = built();
        Set<QualifiedId> moved = new LinkedHashSet<>();
        Set<SourceLayout> whole = new HashSet<>();
        Instant knownAt = knownAt();
        for (SourceLayout layout : model.sources()) {
            LocalDate last = Period.of(layout.source().period(), today).start();
            Built of = built.getOrDefault(layout.id(), new Built(null, null));
            Touched touched = marks.touched().getOrDefault(layout.id(), new Touched());
            boolean late = of.to() == null || of.to().isBefore(last);
            Instant known = of.known();
            if (!late && touched.isEmpty()) continue;
            PartialSums partials = new PartialSums(database, model, layout, clock.getZone());
            if (touched.whole() || known == null) {
                partials.rebuild();
                whole.add(layout);
            } else {
                List<Movement> movements = partials.follow(touched, known);
                if (late) whole.add(layout);
                else kept(model, layout, today).forEach(sums -> sums.follow(movements));
                moved.addAll(model.moved(layout, movements));
            }
            database.execute(
                    "update luoshi.indicator_source set computed_to = ?, summed_to = ?::timestamptz where id = ?",
                    last,
                    knownAt.toString(),
                    layout.id());
        }
        if (marks.isEmpty() && whole.isEmpty()) return Step.NOTHING;
        for (SourceLayout layout : whole) kept(model, layout, today).forEach(sums -> sums.rebuild(null, null));
        model.indicators().stream()
                .filter(indicator -> model.sourcesOf(indicator.id()).stream().anyMatch(whole::contains))
                .forEach(indicator -> moved.add(indicator.id()));
        moved.addAll(followCells(model, marks.cells(), whole, today));
        marks.remove();
        Set<String> named = moved.stream().map(QualifiedId::toString).collect(Collectors.toSet());
        Set<QualifiedId> changed = model.with(named).stream().map(Indicator::id).collect(Collectors.toSet());
        if (!changed.isEmpty()) events.publishEvent(new CellsChanged(changed));
        return Step.WORKED;
    }

    /// What other formulas and other unit trees touch.
    ///
    /// @param whole sources of which everything was rolled up anew
    private Set<QualifiedId> followCells(Model model, CellMarks cells, Set<SourceLayout> whole, LocalDate today) {
        Set<QualifiedId> moved = new LinkedHashSet<>();
        List<Indicator> redefined = model.with(cells.indicators());
        redefined.forEach(indicator -> moved.add(indicator.id()));
        Set<Rolling> fresh = redefined.stream()
                .flatMap(indicator -> model.rollings(indicator).stream())
                .filter(rolling -> !whole.contains(rolling.layout()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        fresh.forEach(rolling -> kept(model, rolling, today).rebuild(null, null));
        if (cells.units().isEmpty()) return moved;
        model.indicators().forEach(indicator -> moved.add(indicator.id()));
        model.rollings().stream()
                .filter(rolling -> !whole.contains(rolling.layout()) && !fresh.contains(rolling))
                .forEach(rolling -> kept(model, rolling, today).rebuild(cells.units(), cells.first()));
        return moved;
    }

    private List<KeptSums> kept(Model model, SourceLayout layout, LocalDate today) {
        return model.rollings().stream()
                .filter(rolling -> rolling.layout().equals(layout))
                .map(rolling -> kept(model, rolling, today))
                .toList();
    }

    private KeptSums kept(Model model, Rolling rolling, LocalDate today) {
        return new KeptSums(database, model, rolling, units.ancestors(null), clock.getZone(), today);
    }

    /// How far a source's sums go.
    ///
    /// @param to first day of the last period that is kept; null for none
    /// @param known moment of the latest change that they take into account; null where they are to be built
    private record Built(@Nullable LocalDate to, @Nullable Instant known) {}

    private Map<String, Built> built() {
        Map<String, Built> built = new HashMap<>();
        database.fetch("select id, computed_to, summed_to from luoshi.indicator_source")
                .forEach(row -> built.put(
                        row.get(0, String.class), new Built(row.get(1, LocalDate.class), row.get(2, Instant.class))));
        return built;
    }

    /// Moment of the latest change that this transaction sees.
    private Instant knownAt() {
        Record last = database.fetchOne("select known_at from luoshi.audit_entry order by number desc limit 1");
        @Nullable Instant moment = last == null ? null : last.get(0, Instant.class);
        return moment == null ? Instant.EPOCH : moment;
    }
}
