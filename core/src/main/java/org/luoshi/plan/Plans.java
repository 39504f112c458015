package org.luoshi.plan;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.internal.CommitmentReading;
import org.luoshi.plan.internal.Freshness;
import org.luoshi.plan.internal.PlanBoards;
import org.luoshi.plan.internal.PlanStore;
import org.luoshi.plan.internal.StatusBook;
import org.luoshi.plan.status.MilestoneFinding;
import org.springframework.stereotype.Service;

/// Reads the plan in force: `asOf` null is the present, else everything is what was known and judged at that moment.
@Service
public class Plans {

    private final PlanStore store;
    private final StatusBook statuses;
    private final Freshness freshness;
    private final PlanBoards boards;
    private final CommitmentReading reading;
    private final Clock clock;

    Plans(
            PlanStore store,
            StatusBook statuses,
            Freshness freshness,
            PlanBoards boards,
            CommitmentReading reading,
            Clock clock) {
        this.store = store;
        this.statuses = statuses;
        this.freshness = freshness;
        this.boards = boards;
        this.reading = reading;
        this.clock = clock;
    }

    /// The city's plan, where a city pack declares one.
    public Optional<QualifiedId> id() {
        return freshness.packs().declared().map(Plan::id);
    }

    public Optional<Plan> plan(@Nullable Instant asOf) {
        return freshness.packs(asOf).declared().map(Plan::id).flatMap(id -> store.plan(id, asOf));
    }

    /// Newest first.
    public List<PlanVersion> versions(int limit) {
        return id().map(id -> store.versions(id, limit)).orElse(List.of());
    }

    /// The versions that these changes made, by change.
    public Map<Long, PlanVersion> versionsOf(Set<Long> changes) {
        return id().map(id -> store.versionsOf(id, changes)).orElse(Map.of());
    }

    public Optional<PlanVersion> version() {
        return id().flatMap(store::latest);
    }

    public Board board(BoardFilter filter, @Nullable Instant asOf, Viewer viewer) {
        return plan(asOf)
                .map(plan -> boards.board(plan, filter, asOf, viewer))
                .orElse(new Board(List.of(), 0, Map.of()));
    }

    public Optional<CommitmentView> commitment(String id, @Nullable Instant asOf, Viewer viewer) {
        return plan(asOf).flatMap(plan -> {
            if (asOf == null) {
                freshness.ensure(plan.id());
            }
            return reading.view(plan, id, asOf, viewer);
        });
    }

    public Overview overview(@Nullable Instant asOf, Viewer viewer) {
        LocalDate day = day(asOf);
        Plan plan = plan(asOf).orElse(null);
        if (plan == null) {
            return new Overview(
                    day, 0, Map.of(), List.of(), List.of(), new Excerpt<>(List.of(), 0), new Excerpt<>(List.of(), 0), Map.of());
        }
        Map<StatusRule.Status, Integer> byStatus = new EnumMap<>(StatusRule.Status.class);
        Map<String, Map<StatusRule.Status, Integer>> byFocus = new HashMap<>();
        Map<String, Map<StatusRule.Status, Integer>> byLead = new HashMap<>();
        PlanBoards.Glance glance = boards.glance(plan, day, asOf, viewer);
        for (PlanBoards.Tally tally : glance.tallies()) {
            byStatus.merge(tally.status(), tally.count(), Integer::sum);
            count(byFocus, tally.focus(), tally);
            count(byLead, tally.lead(), tally);
        }
        List<Overview.FocusCount> focuses = plan.focuses().stream()
                .map(f -> {
                    Map<StatusRule.Status, Integer> counts = byFocus.getOrDefault(f.id(), Map.of());
                    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
                    return new Overview.FocusCount(f.id(), f.title(), total, counts);
                })
                .toList();
        return new Overview(
                day,
                byStatus.values().stream().mapToInt(Integer::intValue).sum(),
                byStatus,
                focuses,
                glance.offPath(),
                glance.changed(),
                glance.due(),
                byLead);
    }

    private static void count(
            Map<String, Map<StatusRule.Status, Integer>> counts, String key, PlanBoards.Tally tally) {
        counts.computeIfAbsent(key, k -> new EnumMap<>(StatusRule.Status.class))
                .merge(tally.status(), tally.count(), Integer::sum);
    }

    /// What the unit leads, assists and owes by the end of the week.
    public UnitPlan unit(String unit, @Nullable Instant asOf, Viewer viewer) {
        List<CommitmentRow> leads = board(BoardFilter.ALL.ofUnit(unit, BoardFilter.Part.LEAD), asOf, viewer).rows();
        List<CommitmentRow> assists =
                board(BoardFilter.ALL.ofUnit(unit, BoardFilter.Part.ASSIST), asOf, viewer).rows();
        LocalDate day = day(asOf);
        LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<UnitPlan.Owed> owes = new ArrayList<>();
        plan(asOf).ifPresent(plan -> {
            Set<String> led = leads.stream().map(CommitmentRow::id).collect(Collectors.toSet());
            boards.findings(plan, freshness.packs(asOf), led, asOf).forEach((commitment, findings) -> findings.stream()
                    .filter(f -> !f.reached() && !f.milestone().due().isAfter(sunday))
                    .forEach(f -> owes.add(owed(commitment, f, day))));
        });
        owes.sort(Comparator.comparing(UnitPlan.Owed::due).thenComparing(UnitPlan.Owed::commitment));
        return new UnitPlan(unit, leads, assists, owes);
    }

    private static UnitPlan.Owed owed(Plan.Commitment commitment, MilestoneFinding finding, LocalDate day) {
        return new UnitPlan.Owed(
                commitment.id(),
                commitment.title(),
                finding.milestone().id(),
                finding.milestone().title(),
                finding.milestone().due(),
                finding.lateDays(day),
                finding.state(day));
    }

    /// How many commitments of each measure the viewer may see; a measure without any is left out.
    public Map<String, Integer> measures(Plan plan, Viewer viewer) {
        return boards.measures(plan, viewer);
    }

    /// Every commitment's milestones with what the evidence says of them, by the commitment's id.
    public Map<String, List<MilestoneFinding>> milestones(@Nullable Instant asOf) {
        Set<String> all = plan(asOf).stream()
                .flatMap(plan -> plan.focuses().stream())
                .flatMap(f -> f.measures().stream())
                .flatMap(m -> m.commitments().stream())
                .map(Plan.Commitment::id)
                .collect(Collectors.toSet());
        return milestones(all, asOf);
    }

    /// The same of some commitments only.
    public Map<String, List<MilestoneFinding>> milestones(Set<String> commitments, @Nullable Instant asOf) {
        Map<String, List<MilestoneFinding>> milestones = new HashMap<>();
        plan(asOf).ifPresent(plan -> boards.findings(plan, freshness.packs(asOf), commitments, asOf)
                .forEach((commitment, findings) -> milestones.put(commitment.id(), findings)));
        return milestones;
    }

    public Coverage coverage(@Nullable Instant asOf) {
        return plan(asOf)
                .map(Coverage::of)
                .orElse(new Coverage(0, 0, List.of(), List.of(), Map.of(), List.of()));
    }

    /// Makes stored statuses say what the facts say now. Pages need not call it; frozen outputs do.
    public void settle() {
        id().ifPresent(freshness::settle);
    }

    /// Forgets stored statuses and judges every day of the plan's period again: after past facts were loaded.
    public void replay() {
        id().ifPresent(id -> statuses.replay(id, freshness.packs()));
    }


    private LocalDate day(@Nullable Instant asOf) {
        return LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, clock.getZone());
    }
}
