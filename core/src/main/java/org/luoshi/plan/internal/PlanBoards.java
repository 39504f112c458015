package org.luoshi.plan.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.Activated;
import org.luoshi.plan.Board;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
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
    private final Freshness freshness;
    private final Guard guard;
    private final Clock clock;

    PlanBoards(
            BoardQuery query,
            StatusBook statuses,
            StatusTable table,
            FactBook facts,
            Freshness freshness,
            Guard guard,
            Clock clock) {
        this.query = query;
        this.statuses = statuses;
        this.table = table;
        this.facts = facts;
        this.freshness = freshness;
        this.guard = guard;
        this.clock = clock;
    }

    public Board board(Plan plan, BoardFilter filter, @Nullable Instant asOf, Viewer viewer) {
        if (asOf == null) {
            freshness.ensure(plan.id());
            return query.board(plan.id(), filter, viewer);
        }
        List<StatusTable.Judged> judged = statuses.judge(plan, freshness.packs(), null, asOf);
        LocalDate day = LocalDate.ofInstant(asOf, clock.getZone());
        return Listing.board(Listing.rows(plan, judged, since(plan, judged, day), viewer, guard), filter);
    }

    /// How many commitments of a focus a unit leads with a status.
    public record Tally(String focus, String lead, StatusRule.Status status, int count) {}

    public List<Tally> tallies(Plan plan, @Nullable Instant asOf, Viewer viewer) {
        if (asOf == null) {
            freshness.ensure(plan.id());
            return query.tallies(plan.id(), viewer);
        }
        return board(plan, BoardFilter.ALL, asOf, viewer).rows().stream()
                .map(row -> new Tally(row.focus(), row.lead(), row.status().status(), 1))
                .toList();
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

    public List<StatusChange> changes(Plan plan, LocalDate from, LocalDate to, Viewer viewer) {
        Map<String, Plan.Commitment> visible = FactBook.commitments(plan, null).stream()
                .filter(c -> Listing.visible(c, viewer, guard))
                .collect(Collectors.toMap(Plan.Commitment::id, c -> c));
        return table.changes(plan.id(), null, from, to).stream()
                .filter(c -> c.from() != null && visible.containsKey(c.commitment()))
                .toList();
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
