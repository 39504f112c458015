package org.luoshi.plan;

import static org.luoshi.tables.Tables.PLAN_BASELINE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.internal.PlanStore;
import org.luoshi.tables.tables.records.PlanBaselineRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Freezes the plan by name and compares its states.
@Service
public class Baselines {

    private final DSLContext database;
    private final Plans plans;
    private final PlanStore store;
    private final ChangeLog log;
    private final Guard guard;
    private final Units units;

    Baselines(DSLContext database, Plans plans, PlanStore store, ChangeLog log, Guard guard, Units units) {
        this.database = database;
        this.plans = plans;
        this.store = store;
        this.log = log;
        this.guard = guard;
        this.units = units;
    }

    /// Newest first.
    public List<Baseline> all() {
        return plans.id()
                .map(id -> database.selectFrom(PLAN_BASELINE)
                        .where(PLAN_BASELINE.PLAN.eq(id.toString()))
                        .orderBy(PLAN_BASELINE.MOMENT.desc())
                        .fetch(Baselines::baseline))
                .orElse(List.of());
    }

    public Optional<Baseline> find(String name) {
        return all().stream().filter(b -> b.name().equals(name)).findFirst();
    }

    /// Names the plan as it is now; waits for another person's approval.
    @Transactional
    public BaselineResult freeze(String name, String note, Viewer viewer) {
        demand(viewer);
        QualifiedId id = plans.id().orElse(null);
        if (id == null || store.latest(id).isEmpty()) {
            return refused("没有启用的方案可以固化", "there is no plan in force to freeze");
        }
        if (name.isBlank() || name.length() > 60) {
            return refused("基线名称须为 1 至 60 个字符", "a baseline's name has 1 to 60 characters");
        }
        if (find(name).isPresent()) {
            return refused("已有同名基线“%s”，另取名称".formatted(name), "there is a baseline “%s” already; choose another name".formatted(name));
        }
        Change change = log.open(
                new ChangeRequest(viewer.account(), "plan.baseline.freeze", "plan/" + id, Map.of("name", name)));
        PlanVersion version = store.latest(id).orElseThrow();
        database.insertInto(PLAN_BASELINE)
                .set(PLAN_BASELINE.PLAN, id.toString())
                .set(PLAN_BASELINE.NAME, name)
                .set(PLAN_BASELINE.VERSION, version.number())
                .set(PLAN_BASELINE.MOMENT, change.knownAt())
                .set(PLAN_BASELINE.NOTE, note)
                .set(PLAN_BASELINE.FROZEN_BY, viewer.account())
                .set(PLAN_BASELINE.FROZEN_AT, change.knownAt())
                .set(PLAN_BASELINE.CHANGE, change.number())
                .execute();
        return new BaselineResult.Done(find(name).orElseThrow());
    }

    /// By another person than who froze it.
    @Transactional
    public BaselineResult approve(String name, Viewer viewer) {
        demand(viewer);
        QualifiedId id = plans.id().orElse(null);
        Baseline baseline = find(name).orElse(null);
        if (id == null || baseline == null) {
            return refused("没有名为“%s”的基线".formatted(name), "there is no baseline “%s”".formatted(name));
        }
        if (baseline.approved()) {
            return refused("该基线已经批准", "the baseline is approved already");
        }
        if (baseline.frozenBy().equals(viewer.account())) {
            return refused("固化人不能批准自己的基线，由另一人批准", "who froze a baseline cannot approve it; another person must");
        }
        Change change = log.open(
                new ChangeRequest(viewer.account(), "plan.baseline.approve", "plan/" + id, Map.of("name", name)));
        database.update(PLAN_BASELINE)
                .set(PLAN_BASELINE.APPROVED_BY, viewer.account())
                .set(PLAN_BASELINE.APPROVED_AT, change.knownAt())
                .set(PLAN_BASELINE.APPROVAL, change.number())
                .where(PLAN_BASELINE.PLAN.eq(id.toString()), PLAN_BASELINE.NAME.eq(name))
                .execute();
        return new BaselineResult.Done(find(name).orElseThrow());
    }

    /// @param other null for the plan as it is now
    public Optional<BaselineComparison> compare(Baseline baseline, @Nullable Baseline other) {
        QualifiedId id = plans.id().orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        boolean forward = other == null || !other.moment().isBefore(baseline.moment());
        Instant from = forward || other == null ? baseline.moment() : other.moment();
        Instant to = other == null ? null : forward ? other.moment() : baseline.moment();
        Plan before = store.plan(id, from).orElse(null);
        Plan after = store.plan(id, to).orElse(null);
        if (before == null || after == null) {
            return Optional.empty();
        }
        Map<String, List<BaselineComparison.Hand>> hands = hands(id, from, to);
        List<BaselineComparison.Entry> entries = PlanComparison.of(before, after).stream()
                .map(c -> new BaselineComparison.Entry(c, hands.getOrDefault(key(c), List.of())))
                .toList();
        Instant end = to == null
                ? store.latest(id).map(PlanVersion::knownAt).orElse(from)
                : to;
        return Optional.of(new BaselineComparison(from, end, entries));
    }

    /// Which versions touched which item.
    private Map<String, List<BaselineComparison.Hand>> hands(QualifiedId id, Instant from, @Nullable Instant to) {
        Map<String, List<BaselineComparison.Hand>> hands = new HashMap<>();
        List<PlanVersion> versions = store.versions(id, Integer.MAX_VALUE).reversed().stream()
                .filter(v -> v.knownAt().isAfter(from) && (to == null || !v.knownAt().isAfter(to)))
                .toList();
        Plan before = store.plan(id, from).orElse(null);
        for (PlanVersion version : versions) {
            Plan after = store.plan(id, version.knownAt()).orElse(null);
            if (before != null && after != null) {
                var hand = new BaselineComparison.Hand(
                        version.number(), version.change(), version.knownAt(), version.by(), version.origin());
                PlanComparison.of(before, after)
                        .forEach(c -> hands.computeIfAbsent(key(c), k -> new ArrayList<>()).add(hand));
            }
            before = after;
        }
        return hands;
    }

    private static String key(PlanChange change) {
        return change.kind() + " " + change.id();
    }

    /// The plan as a whole is the city's.
    private void demand(Viewer viewer) {
        guard.demand(viewer, Permission.FREEZE_BASELINE, CityUnit.of(units));
    }

    private static BaselineResult refused(String zh, String en) {
        return new BaselineResult.Refused(new Text(zh, en));
    }

    private static Baseline baseline(PlanBaselineRecord row) {
        return new Baseline(
                row.getName(),
                row.getVersion(),
                row.getMoment(),
                row.getNote(),
                row.getFrozenBy(),
                row.getFrozenAt(),
                row.getApprovedBy(),
                row.getApprovedAt());
    }
}
