package org.luoshi.plan.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.Activated;
import org.luoshi.plan.Board;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Excerpt;
import org.luoshi.plan.Overview;
import org.luoshi.plan.StatusChange;
import org.luoshi.plan.status.MilestoneFinding;
import org.springframework.stereotype.Component;

/// Boards, from the stored statuses for the present, judged when asked for the past.
@Component
public class PlanBoards {

    private final BoardQuery query;
    private final StatusBook statuses;
    private final StatusTable table;
    private final FactBook facts;
    private final Visible visible;
    private final Freshness freshness;
    private final Guard guard;
    private final Clock clock;

    PlanBoards(
            BoardQuery query,
            StatusBook statuses,
            StatusTable table,
            FactBook facts,
            Visible visible,
            Freshness freshness,
            Guard guard,
            Clock clock) {
        this.query = query;
        this.statuses = statuses;
        this.table = table;
        this.facts = facts;
        this.visible = visible;
        this.freshness = freshness;
        this.guard = guard;
        this.clock = clock;
    }

    public Board board(Plan plan, BoardFilter filter, @Nullable Instant asOf, Viewer viewer) {
        if (asOf == null) {
            freshness.ensure(plan.id());
            return query.board(plan.id(), filter, viewer);
        }
        return Listing.board(past(plan, asOf, viewer), filter);
    }

    /// Every commitment as it stood at the moment, in the plan's order.
    private List<CommitmentRow> past(Plan plan, Instant asOf, Viewer viewer) {
        List<StatusTable.Judged> judged = statuses.judge(plan, freshness.packs(asOf), null, asOf);
        LocalDate day = LocalDate.ofInstant(asOf, clock.getZone());
        return Listing.rows(plan, judged, since(plan, judged, day), viewer, guard);
    }

    /// How many commitments of a focus a unit leads with a status.
    public record Tally(String focus, String lead, StatusRule.Status status, int count) {}

    /// What an overview shows of the commitments.
    ///
    /// @param offPath the gravest of those at risk or behind
    /// @param changed status changes, latest first; first judgements left out
    /// @param due not done, with a milestone due, soonest first
    public record Glance(
            List<Tally> tallies,
            List<CommitmentRow> offPath,
            Excerpt<StatusChange> changed,
            Excerpt<CommitmentRow> due) {}

    /// @param day the day that is judged
    public Glance glance(Plan plan, LocalDate day, @Nullable Instant asOf, Viewer viewer) {
        if (asOf == null) {
            freshness.ensure(plan.id());
        }
        Excerpt<StatusChange> changed = table.latest(
                plan.id(), day.minusDays(Overview.DAYS - 1), day, Overview.ROWS, visible.to(viewer), asOf);
        LocalDate dueFrom = day.minusYears(Overview.LOOK_BACK_YEARS);
        LocalDate dueTo = day.plusDays(Overview.DUE_DAYS);
        BoardFilter gravest = BoardFilter.ALL.offPath(Overview.ROWS);
        if (asOf == null) {
            return new Glance(
                    query.tallies(plan.id(), viewer),
                    query.first(plan.id(), gravest, viewer),
                    changed,
                    query.due(plan.id(), dueFrom, dueTo, Overview.ROWS, viewer));
        }
        List<CommitmentRow> rows = past(plan, asOf, viewer);
        List<CommitmentRow> due = Listing.board(rows, BoardFilter.ALL.dueBetween(dueFrom, dueTo)).rows().stream()
                .filter(row -> row.status().nextDue() != null && row.status().status() != StatusRule.Status.DONE)
                .toList();
        return new Glance(
                rows.stream()
                        .map(row -> new Tally(row.focus(), row.lead(), row.status().status(), 1))
                        .toList(),
                Listing.board(rows, gravest).rows(),
                changed,
                new Excerpt<>(due.subList(0, Math.min(Overview.ROWS, due.size())), due.size()));
    }

    /// How many commitments of each measure the viewer may see; a measure without any is left out.
    public Map<String, Integer> measures(Plan plan, Viewer viewer) {
        Map<String, Integer> counts = new HashMap<>();
        plan.focuses().stream().flatMap(focus -> focus.measures().stream()).forEach(measure -> {
            int seen = (int) measure.commitments().stream()
                    .filter(commitment -> Listing.visible(commitment, viewer, guard))
                    .count();
            if (seen > 0) counts.put(measure.id(), seen);
        });
        return counts;
    }

    /// Since when each commitment has had its status on the day, as far as changes are kept.
    private Map<String, LocalDate> since(Plan plan, List<StatusTable.Judged> judged, LocalDate day) {
        Map<String, String> status = new HashMap<>();
        judged.forEach(j ->
                status.put(j.facts().commitment().id(), j.assessment().status().name()));
        Map<String, LocalDate> since = new HashMap<>();
        for (StatusChange change : table.changes(plan.id(), null, null, day)) {
            if (change.to().name().equals(status.get(change.commitment()))) {
                since.putIfAbsent(change.commitment(), change.day());
            } else {
                since.putIfAbsent(change.commitment(), day); // kept otherwise: judged so only as of this moment
            }
        }
        return since;
    }

    public Map<Plan.Commitment, List<MilestoneFinding>> findings(
            Plan plan, Activated packs, Set<String> commitments, @Nullable Instant asOf) {
        Map<Plan.Commitment, List<MilestoneFinding>> findings = new LinkedHashMap<>();
        if (commitments.isEmpty()) {
            return findings;
        }
        LocalDate day = LocalDate.ofInstant(asOf == null ? clock.instant() : asOf, clock.getZone());
        facts.milestonesOnly(plan, packs, commitments, day, asOf)
                .forEach(f -> findings.put(f.commitment(), f.milestones()));
        return findings;
    }
}
