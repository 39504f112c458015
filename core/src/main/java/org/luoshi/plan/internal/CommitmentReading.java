package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.AUDIT_ENTRY;
import static org.luoshi.tables.Tables.PLAN_COMMITMENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Plan;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.PlanChange;
import org.luoshi.plan.PlanComparison;
import org.luoshi.plan.StatusChange;
import org.luoshi.plan.status.Assessor;
import org.luoshi.plan.status.Condition;
import org.luoshi.plan.status.Facts;
import org.springframework.stereotype.Component;

/// Puts together what a commitment's page shows.
@Component
public class CommitmentReading {

    private final DSLContext database;
    private final StatusBook statuses;
    private final StatusTable table;
    private final FactBook facts;
    private final Freshness freshness;
    private final PlanReader reader;
    private final Condition condition;
    private final Guard guard;
    private final Clock clock;

    CommitmentReading(
            DSLContext database,
            StatusBook statuses,
            StatusTable table,
            FactBook facts,
            Freshness freshness,
            PlanReader reader,
            Condition condition,
            Guard guard,
            Clock clock) {
        this.database = database;
        this.statuses = statuses;
        this.table = table;
        this.facts = facts;
        this.freshness = freshness;
        this.reader = reader;
        this.condition = condition;
        this.guard = guard;
        this.clock = clock;
    }

    /// Empty where there is no such commitment for this viewer.
    public Optional<CommitmentView> view(Plan plan, String id, @Nullable Instant asOf, Viewer viewer) {
        for (Plan.Focus focus : plan.focuses()) {
            for (Plan.Measure measure : focus.measures()) {
                for (Plan.Commitment commitment : measure.commitments()) {
                    if (commitment.id().equals(id)) {
                        return Listing.visible(commitment, viewer, guard)
                                ? Optional.of(view(plan, focus, measure, commitment, asOf, viewer))
                                : Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private CommitmentView view(
            Plan plan,
            Plan.Focus focus,
            Plan.Measure measure,
            Plan.Commitment commitment,
            @Nullable Instant asOf,
            Viewer viewer) {
        Set<String> linked = new HashSet<>(commitment.dependsOn());
        FactBook.commitments(plan, null).stream()
                .filter(c -> c.dependsOn().contains(commitment.id()))
                .forEach(c -> linked.add(c.id()));
        Set<String> wanted = new HashSet<>(linked);
        wanted.add(commitment.id());
        Map<String, StatusTable.Judged> judged = statuses.judge(plan, freshness.packs(asOf), wanted, asOf).stream()
                .collect(Collectors.toMap(j -> j.facts().commitment().id(), Function.identity()));
        StatusTable.Judged own = judged.get(commitment.id());
        if (own == null) {
            throw new IllegalStateException("commitment `" + commitment.id() + "` was not judged");
        }
        LocalDate day = own.facts().day();
        List<StatusChange> history = table.changes(plan.id(), commitment.id(), null, day);
        LocalDate since = history.stream()
                .findFirst()
                .filter(c -> c.to() == own.assessment().status())
                .map(StatusChange::day)
                .orElse(day);
        Facts.FigureFacts figure = own.facts().figure();
        Assessor assessor = new Assessor(freshness.packs(asOf).rule(plan.statusRule()), condition);
        return new CommitmentView(
                commitment,
                focus.id(),
                focus.title(),
                measure.id(),
                measure.title(),
                own.assessment(),
                since,
                figure == null ? null : figure.indicator(),
                figure == null ? List.of() : figure.readings(),
                assessor.band(own.facts()),
                evidence(plan, commitment, asOf),
                links(commitment.dependsOn(), judged, viewer),
                links(linked.stream().filter(l -> !commitment.dependsOn().contains(l)).sorted().toList(), judged, viewer),
                plan.clauses().stream()
                        .filter(c -> commitment.clauses().contains(c.id()))
                        .toList(),
                history,
                edits(plan, commitment.id(), asOf));
    }

    /// Those that the viewer may read.
    private List<CommitmentView.Linked> links(
            List<String> ids, Map<String, StatusTable.Judged> judged, Viewer viewer) {
        return ids.stream()
                .map(judged::get)
                .filter(Objects::nonNull)
                .filter(j -> Listing.visible(j.facts().commitment(), viewer, guard))
                .map(j -> new CommitmentView.Linked(
                        j.facts().commitment().id(),
                        j.facts().commitment().title(),
                        Listing.status(j, null)))
                .toList();
    }

    private List<CommitmentView.Evidence> evidence(Plan plan, Plan.Commitment commitment, @Nullable Instant asOf) {
        return facts.evidenceOf(plan, freshness.packs(asOf), commitment.id(), asOf).stream()
                .sorted(Comparator.comparing(
                                EvidenceItem::happenedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .map(e -> new CommitmentView.Evidence(
                        e.id(),
                        e.label(),
                        e.milestone(),
                        e.happenedOn(),
                        e.verdict(),
                        e.accepted(),
                        e.verifiedOn()))
                .toList();
    }

    /// Each version of the commitment's row, compared with the one before.
    private List<CommitmentView.Edit> edits(Plan plan, String commitment, @Nullable Instant asOf) {
        record Version(Instant from, long change, String by) {}
        List<Version> versions = database.select(
                        PLAN_COMMITMENT.KNOWN_FROM, PLAN_COMMITMENT.CHANGE, AUDIT_ENTRY.ACTOR)
                .from(PLAN_COMMITMENT)
                .join(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.NUMBER.eq(PLAN_COMMITMENT.CHANGE))
                .where(PLAN_COMMITMENT.PLAN.eq(plan.id().toString()), PLAN_COMMITMENT.ID.eq(commitment))
                .and(PLAN_COMMITMENT.KNOWN_FROM.le(asOf == null ? clock.instant().plusSeconds(1) : asOf))
                .orderBy(PLAN_COMMITMENT.KNOWN_FROM)
                .fetch(r -> new Version(r.value1(), r.value2(), r.value3()));
        List<CommitmentView.Edit> edits = new ArrayList<>();
        Plan before = null;
        for (Version version : versions) {
            Plan after = versions.size() == 1 ? null : reader.read(plan.id(), version.from()).orElse(null);
            List<PlanChange> what = before == null || after == null
                    ? List.of()
                    : PlanComparison.of(before, after).stream()
                            .filter(c -> c.id().equals(commitment) || c.id().startsWith(commitment + "/"))
                            .toList();
            edits.addFirst(new CommitmentView.Edit(version.from(), version.by(), version.change(), what));
            before = after;
        }
        return edits;
    }
}
