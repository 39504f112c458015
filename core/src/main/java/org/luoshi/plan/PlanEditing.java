package org.luoshi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.PlanVersion.Origin;
import org.luoshi.plan.internal.Freshness;
import org.luoshi.plan.internal.PlanCheck;
import org.luoshi.plan.internal.PlanStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Makes new versions of the plan. Each is one change; what was stays readable.
@Service
public class PlanEditing {

    private final PlanStore store;
    private final Freshness freshness;
    private final ChangeLog log;
    private final Guard guard;
    private final Units units;
    private final ApplicationEventPublisher events;

    PlanEditing(
            PlanStore store,
            Freshness freshness,
            ChangeLog log,
            Guard guard,
            Units units,
            ApplicationEventPublisher events) {
        this.store = store;
        this.freshness = freshness;
        this.log = log;
        this.guard = guard;
        this.units = units;
        this.events = events;
    }

    /// Takes the packs in force. A plan declared by them becomes a version where its pack differs from the one taken
    /// in last; edits made in between are then replaced, and the version says what differs.
    @Transactional
    public void activate(PackSet packs, String actor) {
        activate(packs, (plan, digest) -> log.open(new ChangeRequest(
                actor, "plan.activate", "plan/" + plan, Map.of("pack_digest", digest))));
    }

    /// The same as part of the change that brings the packs into force.
    @Transactional(propagation = Propagation.MANDATORY)
    public void activate(PackSet packs, Change change) {
        activate(packs, (plan, digest) -> change);
    }

    private void activate(PackSet packs, BiFunction<QualifiedId, String, Change> opened) {
        Activated activated = new Activated(packs);
        freshness.activate(activated);
        activated.declared().ifPresent(plan -> {
            String digest = packs.packs().stream()
                    .filter(p -> p.id().equals(plan.id().pack()))
                    .findFirst()
                    .orElseThrow()
                    .digest();
            if (store.packDigest(plan.id()).map(digest::equals).orElse(false)) {
                return;
            }
            boolean same = store.plan(plan.id(), null).map(plan::equals).orElse(false);
            if (!same) {
                Change change = opened.apply(plan.id(), digest);
                events.publishEvent(new PlanEdited(plan.id(), store.write(plan, change, Origin.PACK, digest, "")));
            }
        });
        freshness.overtakeAll(); // a rule or an indicator may have changed even where the plan did not
    }

    /// @param startedFrom number of the version the edit was made on
    /// @param digest of the file taken in; empty for an edit on a page
    /// @param dryRun says what would be, writes nothing
    @Transactional
    public EditResult apply(
            Plan plan, int startedFrom, Origin origin, String digest, String note, boolean dryRun, Viewer viewer) {
        Activated packs = freshness.packs();
        List<EditResult.Problem> problems =
                PlanCheck.of(plan, packs, u -> units.find(u).isPresent());
        if (!problems.isEmpty()) {
            return new EditResult.Refused(problems);
        }
        int now = store.latest(plan.id()).map(PlanVersion::number).orElse(0);
        Plan present = store.plan(plan.id(), null).orElse(null);
        if (present == null) {
            return new EditResult.Refused(List.of(new EditResult.Problem(
                    plan.id().toString(), new Text("该方案尚未启用", "the plan is not in force"))));
        }
        if (startedFrom != now) {
            return conflict(plan, startedFrom, now, present);
        }
        List<PlanChange> mine = PlanComparison.of(present, plan);
        demand(viewer, mine, present, plan);
        if (mine.isEmpty()) {
            return new EditResult.NothingChanged();
        }
        if (dryRun) {
            return new EditResult.WouldWrite(mine);
        }
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "plan.edit",
                "plan/" + plan.id(),
                Map.of("origin", origin.id(), "started_from", String.valueOf(startedFrom), "digest", digest)));
        int after = store.latest(plan.id()).map(PlanVersion::number).orElse(0);
        if (after != now) { // somebody was quicker while this waited for its turn
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return conflict(plan, startedFrom, after, store.plan(plan.id(), null).orElse(present));
        }
        PlanVersion version = store.write(plan, change, origin, digest, note);
        events.publishEvent(new PlanEdited(plan.id(), version));
        return new EditResult.Written(version, mine);
    }

    private EditResult conflict(Plan plan, int startedFrom, int now, Plan present) {
        Plan base = version(plan, startedFrom, present);
        return new EditResult.Conflict(
                startedFrom, now, PlanComparison.of(base, present), PlanComparison.of(base, plan));
    }

    private Plan version(Plan plan, int number, Plan otherwise) {
        return store.versions(plan.id(), Integer.MAX_VALUE).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .flatMap(v -> store.plan(plan.id(), v.knownAt()))
                .orElse(otherwise);
    }

    /// Who edits must be allowed to for the lead of every commitment touched, before and after; for what stands above
    /// commitments, for the whole city.
    private void demand(Viewer viewer, List<PlanChange> changes, Plan before, Plan after) {
        Set<String> touched = new HashSet<>();
        for (PlanChange change : changes) {
            String commitment = change.id().split("/", 2)[0];
            boolean below = change.kind() == PlanChange.ItemKind.COMMITMENT
                    || change.kind() == PlanChange.ItemKind.MILESTONE;
            if (below) {
                leads(before, commitment, touched);
                leads(after, commitment, touched);
            } else {
                touched.add(CityUnit.of(units));
            }
        }
        touched.forEach(unit -> guard.demand(viewer, Permission.EDIT_PLAN, unit));
    }

    private static void leads(Plan plan, String commitment, Set<String> into) {
        plan.focuses().stream()
                .flatMap(f -> f.measures().stream())
                .flatMap(m -> m.commitments().stream())
                .filter(c -> c.id().equals(commitment))
                .forEach(c -> into.add(c.lead()));
    }
}
