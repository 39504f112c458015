package org.luoshi.plan.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.Activated;
import org.luoshi.plan.NotJudgeable;
import org.luoshi.plan.status.Assessor;
import org.luoshi.plan.status.Condition;
import org.luoshi.plan.status.Facts;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Judges commitments, for the present (stored) and for any past moment (computed when asked).
@Component
public class StatusBook {

    /// Commitments. A city's plan has some hundred; a load test has thousands.
    private static final int MUCH = 600;

    private final PlanStore plans;
    private final FactBook facts;
    private final StatusTable table;
    private final Condition condition;
    private final Clock clock;
    private final Registers registers;

    StatusBook(
            PlanStore plans,
            FactBook facts,
            StatusTable table,
            Condition condition,
            Clock clock,
            Registers registers) {
        this.plans = plans;
        this.facts = facts;
        this.table = table;
        this.condition = condition;
        this.clock = clock;
        this.registers = registers;
    }

    /// @param only null for all
    /// @param asOf null for the present
    /// @throws NotJudgeable as of a moment whose packs were lost, if those of now do not serve instead
    List<StatusTable.Judged> judge(Plan plan, Activated packs, @Nullable Set<String> only, @Nullable Instant asOf) {
        if (asOf != null) demand(plan, packs, only);
        LocalDate day = LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, clock.getZone());
        return judge(plan, packs, facts.gather(plan, packs, only, day, asOf));
    }

    private static void demand(Plan plan, Activated packs, @Nullable Set<String> only) {
        List<QualifiedId> lacking = packs.lacking(plan, only);
        if (!lacking.isEmpty()) throw new NotJudgeable(lacking.getFirst().toString());
    }

    private List<StatusTable.Judged> judge(Plan plan, Activated packs, List<Facts> gathered) {
        Assessor assessor = new Assessor(packs.rule(plan.statusRule()), condition);
        return gathered.stream()
                .map(f -> new StatusTable.Judged(f, assessor.assess(f)))
                .toList();
    }

    /// Judges the present anew.
    ///
    /// @param only null for all
    @Transactional
    public void refresh(QualifiedId id, Activated packs, @Nullable Set<String> only) {
        if (only == null || !only.isEmpty()) {
            plans.plan(id, null).ifPresent(plan -> refresh(plan, packs, only, table.stretches(id)));
        }
    }

    private void refresh(
            Plan plan, Activated packs, @Nullable Set<String> only, Map<String, StatusTable.Stretch> stretches) {
        table.store(plan.id(), judge(plan, packs, only, null), stretches, clock.instant());
        Set<String> gone = new HashSet<>(table.commitments(plan.id()));
        gone.removeAll(FactBook.commitments(plan, null).stream()
                .map(Plan.Commitment::id)
                .collect(Collectors.toSet()));
        table.remove(plan.id(), gone);
    }

    /// Judges the days from the last judged one (or the plan's first) to today with what was known at each day's end,
    /// so that "since when" is told also for days on which this program did not run. Evidence is replayed daily,
    /// figures weekly and on each day of a week in which they changed a status (monthly where they are very many).
    @Transactional
    public void catchUp(QualifiedId id, Activated packs) {
        Plan plan = plans.plan(id, null).orElse(null);
        if (plan == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        LocalDate from = table.oldestDay(id).orElse(plan.period().from());
        Replay replay = new Replay(plan, packs, table.stretches(id));
        replay.run(from.isAfter(today) ? today : from, today);
        refresh(plan, packs, null, replay.stretches);
    }

    /// Forgets all kept statuses and judges every day again: after past facts were loaded, or a rule changed.
    @Transactional
    public void replay(QualifiedId id, Activated packs) {
        table.clear(id);
        catchUp(id, packs);
    }

    /// Nothing is stored yet.
    public boolean none(QualifiedId id) {
        return table.oldestDay(id).isEmpty();
    }

    /// Too much to judge while somebody waits.
    public boolean isMuch(QualifiedId id) {
        return plans.plan(id, null)
                .map(plan -> FactBook.commitments(plan, null).size() > MUCH)
                .orElse(false);
    }

    /// The stored statuses were judged for another day than today, or there are none.
    public boolean isOfAnotherDay(QualifiedId id) {
        Optional<LocalDate> day = table.oldestDay(id);
        return day.isEmpty() || !day.get().equals(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private final class Replay {

        private final Plan plan;
        private final Activated packs;
        private final List<EvidenceItem> items;
        private final List<Plan.Commitment> byMilestones;
        private final List<Plan.Commitment> byFigure;

        private final Map<String, StatusTable.Stretch> stretches;

        Replay(Plan plan, Activated packs, Map<String, StatusTable.Stretch> stretches) {
            this.plan = plan;
            this.packs = packs;
            this.items = facts.everKnown(plan, packs);
            List<Plan.Commitment> all = FactBook.commitments(plan, null);
            this.byMilestones = all.stream().filter(c -> c.figure() == null).toList();
            this.byFigure = all.stream().filter(c -> c.figure() != null).toList();
            this.stretches = new HashMap<>(stretches);
        }

        /// The last day is judged as the present.
        void run(LocalDate from, LocalDate today) {
            for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
                table.recordChanges(plan.id(), judged(byMilestones, day), stretches, clock.instant());
            }
            List<StatusTable.Judged> before = judged(byFigure, from);
            table.recordChanges(plan.id(), before, stretches, clock.instant());
            boolean many = byFigure.size() > MUCH; // a past figure of each costs a look at all records
            for (LocalDate day = from; day.isBefore(today); ) {
                day = min(day.plusDays(many ? 30 : 7), today);
                List<StatusTable.Judged> now = judged(byFigure, day);
                if (!many) {
                    within(before, now, day);
                }
                if (day.isBefore(today)) {
                    table.recordChanges(plan.id(), now, stretches, clock.instant());
                }
                before = now;
            }
        }

        /// The days between two judgements, for the commitments whose status differs.
        private void within(List<StatusTable.Judged> before, List<StatusTable.Judged> now, LocalDate day) {
            List<Plan.Commitment> changed = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                if (before.get(i).assessment().status() != now.get(i).assessment().status()) {
                    changed.add(now.get(i).facts().commitment());
                }
            }
            if (changed.isEmpty()) {
                return;
            }
            LocalDate first = before.getFirst().facts().day().plusDays(1);
            for (LocalDate d = first; d.isBefore(day); d = d.plusDays(1)) {
                table.recordChanges(plan.id(), judged(changed, d), stretches, clock.instant());
            }
        }

        private List<StatusTable.Judged> judged(List<Plan.Commitment> commitments, LocalDate day) {
            if (commitments.isEmpty()) {
                return List.of();
            }
            Instant end = endOf(day);
            Instant asOf = end.isAfter(clock.instant()) ? clock.instant() : end;
            List<EvidenceItem> known =
                    items.stream().filter(i -> i.knownAt(asOf)).toList();
            Activated then = packs(asOf);
            return judge(plan, then, facts.gather(commitments, then, known, day, asOf));
        }

        /// Those of the moment, as far as they can judge today's plan.
        private Activated packs(Instant asOf) {
            PackSet then = registers.packs(asOf);
            if (then == registers.packs()) return packs;
            Activated found = new Activated(then);
            return found.lacking(plan, null).isEmpty() ? found : packs;
        }

        private Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1000);
        }

        private static LocalDate min(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
