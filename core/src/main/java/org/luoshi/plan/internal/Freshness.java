package org.luoshi.plan.internal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.CellsChanged;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.Activated;
import org.luoshi.plan.PlanEdited;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Knows which stored statuses facts have overtaken, and judges those before somebody looks.
@Component
public class Freshness {

    private final PlanStore plans;
    private final StatusBook statuses;
    private final Set<String> commitments = new HashSet<>();
    private final Set<QualifiedId> entities = new HashSet<>();
    private final Set<QualifiedId> indicators = new HashSet<>();
    private boolean everything;
    private volatile @Nullable Activated packs;

    Freshness(PlanStore plans, StatusBook statuses) {
        this.plans = plans;
        this.statuses = statuses;
    }

    public void activate(Activated packs) {
        this.packs = packs;
    }

    public Activated packs() {
        Activated found = packs;
        if (found == null) {
            throw new IllegalStateException("packs are not activated yet");
        }
        return found;
    }

    /// Judges what is overtaken, and everything when the day has turned.
    public void ensure(QualifiedId plan) {
        if (statuses.isOfAnotherDay(plan)) {
            take();
            statuses.catchUp(plan, packs());
            return;
        }
        Taken taken = take();
        if (!taken.nothing()) {
            try {
                statuses.refresh(plan, packs(), taken.everything ? null : commitments(plan, taken));
            } catch (RuntimeException failed) {
                putBack(taken); // still overtaken: the next reader tries again
                throw failed;
            }
        }
    }

    private Set<String> commitments(QualifiedId id, Taken taken) {
        Set<String> commitments = new HashSet<>(taken.commitments);
        plans.plan(id, null).ifPresent(plan -> {
            for (Plan.Commitment commitment : FactBook.commitments(plan, null)) {
                Plan.Figure figure = commitment.figure();
                if (figure != null
                        && (taken.indicators.contains(figure.indicator())
                                || packs().entitiesBehind(figure.indicator()).stream()
                                        .anyMatch(taken.entities::contains))) {
                    commitments.add(commitment.id());
                }
            }
        });
        return commitments;
    }

    public synchronized void overtakeAll() {
        everything = true;
    }

    /// Only notes: thousands of these come when records are loaded one by one.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(RecordsChanged event) {
        entities.add(event.entity());
        evidence()
                .filter(register -> register.entity().equals(event.entity()))
                .ifPresent(register -> event.changes().forEach(change -> {
                    add(change.before(), register.commitment());
                    add(change.after(), register.commitment());
                }));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void on(RecordsImported event) {
        entities.add(event.entity());
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

    private void add(@Nullable RegisterRecord record, String field) {
        if (record != null && record.value(field) != null) {
            commitments.add(Objects.toString(record.value(field)));
        }
    }

    private record Taken(
            boolean everything, Set<String> commitments, Set<QualifiedId> entities, Set<QualifiedId> indicators) {
        boolean nothing() {
            return !everything && commitments.isEmpty() && entities.isEmpty() && indicators.isEmpty();
        }
    }

    private synchronized Taken take() {
        Taken taken = new Taken(everything, Set.copyOf(commitments), Set.copyOf(entities), Set.copyOf(indicators));
        everything = false;
        commitments.clear();
        entities.clear();
        indicators.clear();
        return taken;
    }

    private synchronized void putBack(Taken taken) {
        everything |= taken.everything;
        commitments.addAll(taken.commitments);
        entities.addAll(taken.entities);
        indicators.addAll(taken.indicators);
    }
}
