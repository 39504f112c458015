package org.luoshi.plan.internal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.CellsChanged;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.Activated;
import org.luoshi.plan.PlanEdited;
import org.luoshi.register.RecordChange;
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
    private final Set<String> overtaken = new HashSet<>();
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
        if (taken.everything || !taken.commitments.isEmpty()) {
            try {
                statuses.refresh(plan, packs(), taken.everything ? null : taken.commitments);
            } catch (RuntimeException failed) {
                putBack(taken); // still overtaken: the next reader tries again
                throw failed;
            }
        }
    }

    public synchronized void overtakeAll() {
        everything = true;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged event) {
        Activated known = packs;
        Plan plan = known == null ? null : inForce(known);
        if (known == null || plan == null) {
            return;
        }
        Set<String> touched = figuresOver(event.entity(), plan, known);
        if (event.entity().equals(plan.evidence().entity())) {
            for (RecordChange change : event.changes()) {
                add(touched, change.before(), plan.evidence().commitment());
                add(touched, change.after(), plan.evidence().commitment());
            }
        }
        overtake(touched);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsImported event) {
        Activated known = packs;
        Plan plan = known == null ? null : inForce(known);
        if (known == null || plan == null) {
            return;
        }
        if (event.entity().equals(plan.evidence().entity())) {
            overtakeAll();
        } else {
            overtake(figuresOver(event.entity(), plan, known));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(CellsChanged event) {
        Activated known = packs;
        Plan plan = known == null ? null : inForce(known);
        if (plan != null) {
            overtake(FactBook.commitments(plan, null).stream()
                    .filter(c -> c.figure() != null && event.indicators().contains(c.figure().indicator()))
                    .map(Plan.Commitment::id)
                    .collect(Collectors.toSet()));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PlanEdited event) {
        overtakeAll();
    }

    private @Nullable Plan inForce(Activated known) {
        return known.declared().flatMap(d -> plans.plan(d.id(), null)).orElse(null);
    }

    private static Set<String> figuresOver(QualifiedId entity, Plan plan, Activated packs) {
        Set<String> touched = new HashSet<>();
        for (Plan.Commitment commitment : FactBook.commitments(plan, null)) {
            Plan.Figure figure = commitment.figure();
            if (figure != null && packs.entitiesBehind(figure.indicator()).contains(entity)) {
                touched.add(commitment.id());
            }
        }
        return touched;
    }

    private static void add(Set<String> touched, @Nullable RegisterRecord record, String field) {
        if (record != null && record.value(field) != null) {
            touched.add(Objects.toString(record.value(field)));
        }
    }

    private synchronized void overtake(Set<String> commitments) {
        overtaken.addAll(commitments);
    }

    private record Taken(boolean everything, Set<String> commitments) {}

    private synchronized Taken take() {
        Taken taken = new Taken(everything, Set.copyOf(overtaken));
        everything = false;
        overtaken.clear();
        return taken;
    }

    private synchronized void putBack(Taken taken) {
        everything |= taken.everything;
        overtaken.addAll(taken.commitments);
    }
}
