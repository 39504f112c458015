package org.luoshi.indicator.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
import org.luoshi.pack.expression.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings stored cells up to date with the marks.
///
/// One step is one transaction that sees one state of the database: marks, facts and cells agree in it. It deletes the
/// marks it has seen, so a change that commits meanwhile keeps its own. A crash leaves the marks, and cells that know
/// they are stale.
@Component
public class Recomputation {

    /// Arbitrary but fixed: one step at a time, whoever runs it.
    private static final long LOCK = 7_305_191_500L;

    private static final int MARKS_A_STEP = 20_000;

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
            // compiling such queries takes longer than running them
            database.execute("set local jit = off");
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
        List<Record> marks = database.fetch(
                "select id, source, unit, period, indicator, ancestor from luoshi.indicator_mark order by id limit "
                        + MARKS_A_STEP);
        Map<String, Touched> touched = new LinkedHashMap<>();
        CellMarks cells = new CellMarks();
        for (Record mark : marks) {
            String source = mark.get("source", String.class);
            if (source == null) cells.add(mark);
            else
                touched.computeIfAbsent(source, unused -> new Touched())
                        .add(mark.get("unit", String.class), mark.get("period", LocalDate.class));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Map<String, LocalDate> horizons = horizons();
        Touched whole = new Touched();
        Touched narrow = new Touched();
        Set<SourceLayout> wholeSources = new LinkedHashSet<>();
        Set<SourceLayout> narrowSources = new LinkedHashSet<>();
        for (SourceLayout layout : model.sources()) {
            Touched of = touched.get(layout.id());
            LocalDate last = Period.of(layout.source().period(), today).start();
            LocalDate horizon = horizons.get(layout.id());
            boolean late = horizon == null || horizon.isBefore(last);
            if (of != null) sumUp(model, layout, of);
            if (late) horizon(layout, last);
            if (late || of != null && of.whole()) {
                wholeSources.add(layout);
                whole.addAll();
            } else if (of != null) {
                narrowSources.add(layout);
                narrow.addAll(of);
            }
        }
        if (marks.isEmpty() && wholeSources.isEmpty()) return Step.NOTHING;
        Set<QualifiedId> changed = new HashSet<>();
        Set<QualifiedId> done = new HashSet<>(write(model, model.over(wholeSources), whole, today, changed));
        Touched all = new Touched();
        all.addAll();
        List<Indicator> redefined = model.with(cells.indicators()).stream()
                .filter(indicator -> !done.contains(indicator.id()))
                .toList();
        done.addAll(write(model, redefined, all, today, changed));
        List<Indicator> rest = model.over(narrowSources).stream()
                .filter(indicator -> !done.contains(indicator.id()))
                .toList();
        // what is carried over may come from any earlier period; the others need not look that far back
        Map<Boolean, List<Indicator>> byReach = rest.stream().collect(Collectors.partitioningBy(model::carries));
        write(model, byReach.getOrDefault(true, List.of()), narrow, today, changed);
        narrow.byAge(today).forEach(ofAge -> write(model, byReach.getOrDefault(false, List.of()), ofAge, today, changed));
        if (!cells.units().isEmpty()) {
            Map<Boolean, List<Indicator>> others = model.indicators().stream()
                    .filter(indicator -> !done.contains(indicator.id()))
                    .collect(Collectors.partitioningBy(model::carries));
            others.forEach((carried, indicators) ->
                    write(model, indicators, cells.units(), carried ? null : cells.first(), today, changed));
        }
        Long[] seen = marks.stream().map(mark -> mark.get("id", Long.class)).toArray(Long[]::new);
        database.execute("delete from luoshi.indicator_mark where id = any(?)", (Object) seen);
        if (!changed.isEmpty()) events.publishEvent(new CellsChanged(changed));
        return Step.WORKED;
    }

    private Map<String, LocalDate> horizons() {
        Map<String, LocalDate> horizons = new LinkedHashMap<>();
        database.fetch("select id, computed_to from luoshi.indicator_source where computed_to is not null")
                .forEach(row -> horizons.put(row.get(0, String.class), row.get(1, LocalDate.class)));
        return horizons;
    }

    private void horizon(SourceLayout layout, LocalDate last) {
        database.execute("update luoshi.indicator_source set computed_to = ? where id = ?", last, layout.id());
    }

    private void sumUp(Model model, SourceLayout layout, Touched touched) {
        FactSql facts = new FactSql(model, layout, clock.getZone(), null);
        Sql partials;
        boolean rebuilt = false;
        if (touched.whole()) {
            database.execute("delete from luoshi.indicator_partial where source = ?", layout.id());
            partials = facts.partials(null);
            rebuilt = true;
        } else {
            Touched.Keys keys = touched.keys(layout.source().period());
            database.execute(
                    "delete from luoshi.indicator_partial p using unnest(?::text[], ?::date[]) as k(unit, period)"
                            + " where p.source = ? and p.unit = k.unit and p.period = k.period",
                    keys.units(),
                    keys.first(),
                    layout.id());
            partials = facts.partials(Sql.of(
                    "select * from unnest(?::text[], ?::date[], ?::date[])", keys.units(), keys.first(), keys.last()));
        }
        Query.execute(
                database,
                Sql.of(
                                "insert into luoshi.indicator_partial (source, unit, period, records, slots)"
                                        + " select ?, t.* from (",
                                layout.id())
                        .then(partials)
                        .then(") as t"));
        // the roll-up that follows in this transaction needs to know how many there are
        if (rebuilt) database.execute("analyze luoshi.indicator_partial");
    }

    private Set<QualifiedId> write(
            Model model, List<Indicator> indicators, Touched scope, LocalDate today, Set<QualifiedId> changed) {
        if (indicators.isEmpty()) return Set.of();
        boolean carried = indicators.stream().anyMatch(model::carries);
        Set<String> ancestors = scope.whole() ? null : ancestors(scope.units());
        return write(model, indicators, ancestors, scope.whole() || carried ? null : scope.first(), today, changed);
    }

    /// @param ancestors the units whose cells are written; null for all
    /// @param from first day of the periods that are written; null for all
    private Set<QualifiedId> write(
            Model model,
            List<Indicator> indicators,
            @Nullable Set<String> ancestors,
            @Nullable LocalDate from,
            LocalDate today,
            Set<QualifiedId> changed) {
        if (indicators.isEmpty()) return Set.of();
        if (ancestors != null && indicators.stream().anyMatch(model::looksUp)) {
            // a changed figure shows in those of all units below it
            Map<Boolean, List<Indicator>> up = indicators.stream().collect(Collectors.partitioningBy(model::looksUp));
            Set<QualifiedId> written = new HashSet<>(write(model, up.getOrDefault(false, List.of()), ancestors, from, today, changed));
            written.addAll(write(model, up.getOrDefault(true, List.of()), null, from, today, changed));
            return written;
        }
        ZoneId zone = clock.getZone();
        Figures figures = new Figures(
                database,
                model,
                new Figures.Tree(units.tree(), units.ancestors(null)),
                zone,
                new Figures.Facts.Stored(),
                today,
                ancestors,
                from);
        Instant knownAt = knownAt();
        CellStore store = new CellStore(database);
        if (ancestors == null || from == null) {
            for (Indicator indicator : indicators) {
                LocalDate start = from == null ? null : Period.of(indicator.period(), from).start();
                var own = Map.of(indicator.id(), figures.of(indicator));
                changed.addAll(store.replace(own, ancestors, start, knownAt));
            }
        } else {
            // few cells of many indicators: together
            Map<LocalDate, List<Indicator>> byStart = indicators.stream()
                    .collect(Collectors.groupingBy(indicator -> Period.of(indicator.period(), from).start()));
            byStart.forEach((start, ofStart) -> {
                Map<QualifiedId, Map<String, NavigableMap<LocalDate, Figure>>> all = new LinkedHashMap<>();
                ofStart.forEach(indicator -> all.put(indicator.id(), figures.of(indicator)));
                changed.addAll(store.replace(all, ancestors, start, knownAt));
            });
        }
        return indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    }

    private Set<String> ancestors(Collection<String> marked) {
        if (marked.isEmpty()) return Set.of();
        return new HashSet<>(Query.fetch(
                        database,
                        Sql.template(
                                "select distinct ancestor from luoshi.unit_ancestor where unit in (#)",
                                RollUpSql.list(marked)))
                .map(row -> row.get(0, String.class)));
    }

    /// Moment of the latest change that this transaction sees.
    private Instant knownAt() {
        Record last = database.fetchOne("select known_at from luoshi.audit_entry order by number desc limit 1");
        @Nullable Instant moment = last == null ? null : last.get(0, Instant.class);
        return moment == null ? Instant.EPOCH : moment;
    }
}
