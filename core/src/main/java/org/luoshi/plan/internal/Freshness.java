package org.luoshi.plan.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.indicator.CellsChanged;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.Activated;
import org.luoshi.plan.PlanEdited;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Knows which stored statuses facts have overtaken, and judges those before somebody looks.
@Component
public class Freshness {

    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
    private static final String ANY_UNIT = "*";

    private final PlanStore plans;
    private final StatusBook statuses;
    private final Units units;
    private final Registers registers;
    private final ReentrantLock judging = new ReentrantLock();
    private final AtomicBoolean working = new AtomicBoolean();
    private final Set<String> commitments = new HashSet<>();
    /// Register → units whose records changed.
    private final Map<QualifiedId, Set<String>> entities = new HashMap<>();
    private final Set<QualifiedId> indicators = new HashSet<>();
    private boolean everything;
    private volatile @Nullable Activated packs;

    Freshness(PlanStore plans, StatusBook statuses, Units units, Registers registers) {
        this.plans = plans;
        this.statuses = statuses;
        this.units = units;
        this.registers = registers;
    }

    public void activate(Activated packs) {
        this.packs = packs;
    }

    /// Empty before the packs are activated.
    public Optional<Activated> activated() {
        return Optional.ofNullable(packs);
    }

    public Activated packs() {
        Activated found = packs;
        if (found == null) {
            throw new IllegalStateException("packs are not activated yet");
        }
        return found;
    }

    /// The packs in force at the moment.
    ///
    /// @param asOf null for now
    public Activated packs(@Nullable Instant asOf) {
        if (asOf == null) return packs();
        PackSet then = registers.packs(asOf);
        return then == registers.packs() ? packs() : new Activated(then);
    }

    /// Judges what is overtaken before somebody looks. Where that is much, it is done in the background and the stored
    /// statuses, which say for which day they were judged, are shown meanwhile.
    public void ensure(QualifiedId plan) {
        boolean another = statuses.isOfAnotherDay(plan);
        if (!another && nothingOvertaken()) {
            return;
        }
        boolean none = statuses.none(plan);
        if (none || !statuses.isMuch(plan)) {
            settle(plan, none && statuses.isMuch(plan));
            return;
        }
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("plan-statuses").start(() -> {
                try {
                    settle(plan, false);
                } catch (RuntimeException failed) {
                    LOG.error("Statuses could not be judged; the next reader tries again", failed);
                } finally {
                    working.set(false);
                }
            });
        }
    }

    /// Judges all that is overtaken now.
    public void settle(QualifiedId plan) {
        settle(plan, false);
    }

    /// @param presentOnly leaves the days that passed for later
    private void settle(QualifiedId plan, boolean presentOnly) {
        judging.lock();
        try {
            if (presentOnly) {
                statuses.refresh(plan, packs(), null);
                return;
            }
            boolean another = statuses.isOfAnotherDay(plan);
            Taken taken = take();
            try {
                if (another) {
                    statuses.catchUp(plan, packs());
                } else if (!taken.nothing()) {
                    statuses.refresh(plan, packs(), taken.everything ? null : commitments(plan, taken));
                }
            } catch (RuntimeException failed) {
                putBack(taken); // still overtaken: the next reader tries again
                throw failed;
            }
        } finally {
            judging.unlock();
        }
    }

    private synchronized boolean nothingOvertaken() {
        return !everything && commitments.isEmpty() && entities.isEmpty() && indicators.isEmpty();
    }

    private Set<String> commitments(QualifiedId id, Taken taken) {
        Set<String> commitments = new HashSet<>(taken.commitments);
        plans.plan(id, null).ifPresent(plan -> {
            for (Plan.Commitment commitment : FactBook.commitments(plan, null)) {
                Plan.Figure figure = commitment.figure();
                if (figure != null
                        && (taken.indicators.contains(figure.indicator())
                                || packs().entitiesBehind(figure.indicator()).stream()
                                        .anyMatch(e -> touches(taken.entities.get(e), figure.unit())))) {
                    commitments.add(commitment.id());
                }
            }
        });
        return commitments;
    }

    /// Whether a changed record of one of the units counts in the figure of the unit: it lies under it.
    private boolean touches(@Nullable Set<String> changed, String unit) {
        return changed != null
                && (changed.contains(ANY_UNIT)
                        || changed.stream().anyMatch(u -> units.isWithin(u, Set.of(unit))));
    }

    public synchronized void overtakeAll() {
        everything = true;
    }

    /// Only notes: thousands of these come when records are loaded one by one.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(RecordsChanged event) {
        Set<String> touched = entities.computeIfAbsent(event.entity(), e -> new HashSet<>());
        String field = Optional.ofNullable(packs)
                .flatMap(p -> p.unitField(event.entity()))
                .orElse(null);
        event.changes().forEach(change -> {
            touched.add(unit(change.before(), field));
            touched.add(unit(change.after(), field));
        });
        touched.remove("");
        evidence()
                .filter(register -> register.entity().equals(event.entity()))
                .ifPresent(register -> event.changes().forEach(change -> {
                    add(change.before(), register.commitment());
                    add(change.after(), register.commitment());
                }));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(RecordsImported event) {
        entities.computeIfAbsent(event.entity(), e -> new HashSet<>()).add(ANY_UNIT);
        everything |= evidence()
                .filter(register -> register.entity().equals(event.entity()))
                .isPresent();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(CellsChanged event) {
        indicators.addAll(event.indicators());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PlanEdited event) {
        overtakeAll();
    }

    private Optional<Plan.EvidenceRegister> evidence() {
        return Optional.ofNullable(packs).flatMap(Activated::declared).map(Plan::evidence);
    }

    /// Empty for no record; any unit where the record does not say whose it is.
    private static String unit(@Nullable RegisterRecord record, @Nullable String field) {
        if (record == null) {
            return "";
        }
        Object unit = field == null ? null : record.value(field);
        return unit == null ? ANY_UNIT : unit.toString();
    }

    private void add(@Nullable RegisterRecord record, String field) {
        if (record != null && record.value(field) != null) {
            commitments.add(Objects.toString(record.value(field)));
        }
    }

    private record Taken(
            boolean everything,
            Set<String> commitments,
            Map<QualifiedId, Set<String>> entities,
            Set<QualifiedId> indicators) {
        boolean nothing() {
            return !everything && commitments.isEmpty() && entities.isEmpty() && indicators.isEmpty();
        }
    }

    private synchronized Taken take() {
        Taken taken = new Taken(everything, Set.copyOf(commitments), Map.copyOf(entities), Set.copyOf(indicators));
        everything = false;
        commitments.clear();
        entities.clear();
        indicators.clear();
        return taken;
    }

    private synchronized void putBack(Taken taken) {
        everything |= taken.everything;
        commitments.addAll(taken.commitments);
        taken.entities.forEach(
                (entity, units) -> entities.computeIfAbsent(entity, e -> new HashSet<>()).addAll(units));
        indicators.addAll(taken.indicators);
    }
}
