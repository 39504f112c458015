package org.luoshi.plan.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Activated;
import org.luoshi.plan.status.Facts;
import org.luoshi.plan.status.MilestoneFinding;
import org.springframework.stereotype.Component;

/// Gathers what is known of commitments: evidence from its register, figures from indicators.
@Component
class FactBook {

    private final EvidenceReader evidence;
    private final FigureSource figures;

    FactBook(EvidenceReader evidence, FigureSource figures) {
        this.evidence = evidence;
        this.figures = figures;
    }

    /// @param only ids of the commitments wanted; null for all of the plan's
    /// @param asOf null for the present
    List<Facts> gather(Plan plan, Activated packs, @Nullable Set<String> only, LocalDate day, @Nullable Instant asOf) {
        List<Plan.Commitment> commitments = commitments(plan, only);
        List<EvidenceItem> items = packs.entity(plan.evidence().entity())
                .map(entity -> evidence.at(plan.evidence(), entity, asOf, only))
                .orElse(List.of());
        return gather(commitments, packs, items, day, asOf);
    }

    List<Facts> gather(
            List<Plan.Commitment> commitments,
            Activated packs,
            List<EvidenceItem> items,
            LocalDate day,
            @Nullable Instant asOf) {
        Map<String, List<EvidenceItem>> byCommitment =
                items.stream().collect(Collectors.groupingBy(EvidenceItem::commitment));
        Set<FigureSource.Wanted> wanted =
                commitments.stream().flatMap(c -> wanted(c).stream()).collect(Collectors.toSet());
        Map<FigureSource.Wanted, List<Facts.Actual>> readings =
                wanted.isEmpty() ? Map.of() : figures.readings(wanted, day, asOf);
        List<Facts> facts = new ArrayList<>();
        for (Plan.Commitment commitment : commitments) {
            facts.add(facts(
                    commitment,
                    day,
                    figure(commitment, packs, readings),
                    byCommitment.getOrDefault(commitment.id(), List.of())));
        }
        return facts;
    }

    /// Without figures: cheap.
    List<Facts> milestonesOnly(
            Plan plan, Activated packs, Set<String> only, LocalDate day, @Nullable Instant asOf) {
        List<EvidenceItem> items = packs.entity(plan.evidence().entity())
                .map(entity -> evidence.at(plan.evidence(), entity, asOf, only))
                .orElse(List.of());
        Map<String, List<EvidenceItem>> byCommitment =
                items.stream().collect(Collectors.groupingBy(EvidenceItem::commitment));
        return commitments(plan, only).stream()
                .map(c -> facts(c, day, null, byCommitment.getOrDefault(c.id(), List.of())))
                .toList();
    }

    /// Every version of every piece of evidence, for replaying days.
    List<EvidenceItem> everKnown(Plan plan, Activated packs) {
        Optional<Entity> entity = packs.entity(plan.evidence().entity());
        return entity.map(e -> evidence.everKnown(plan.evidence(), e)).orElse(List.of());
    }

    List<EvidenceItem> evidenceOf(Plan plan, Activated packs, String commitment, @Nullable Instant asOf) {
        return packs.entity(plan.evidence().entity())
                .map(e -> evidence.at(plan.evidence(), e, asOf, Set.of(commitment)))
                .orElse(List.of());
    }

    static List<Plan.Commitment> commitments(Plan plan, @Nullable Set<String> only) {
        return plan.commitments().filter(c -> only == null || only.contains(c.id())).toList();
    }

    private static Optional<FigureSource.Wanted> wanted(Plan.Commitment commitment) {
        Plan.Figure figure = commitment.figure();
        return figure == null
                ? Optional.empty()
                : Optional.of(new FigureSource.Wanted(
                        figure.indicator(), figure.unit(), figure.baseline().by()));
    }

    private static Facts.@Nullable FigureFacts figure(
            Plan.Commitment commitment,
            Activated packs,
            Map<FigureSource.Wanted, List<Facts.Actual>> readings) {
        Plan.Figure figure = commitment.figure();
        if (figure == null) {
            return null;
        }
        Indicator indicator = packs.indicator(figure.indicator())
                .orElseThrow(() -> new IllegalStateException("no indicator `" + figure.indicator() + "`"));
        List<Facts.Actual> found = wanted(commitment).map(readings::get).orElse(null);
        return new Facts.FigureFacts(indicator, figure, found == null ? List.of() : found);
    }

    private static Facts facts(
            Plan.Commitment commitment,
            LocalDate day,
            Facts.@Nullable FigureFacts figure,
            List<EvidenceItem> items) {
        Map<String, LocalDate> reached = new HashMap<>();
        Map<String, Integer> awaiting = new HashMap<>();
        Map<String, LocalDate> returned = new HashMap<>();
        for (EvidenceItem item : items) {
            String milestone = item.milestone();
            if (milestone != null) {
                if (item.accepted() && item.happenedOn() != null) {
                    reached.merge(milestone, item.happenedOn(), (a, b) -> a.isBefore(b) ? a : b);
                } else if (item.verifiedOn() == null) {
                    awaiting.merge(milestone, 1, Integer::sum);
                } else {
                    returned.merge(milestone, item.verifiedOn(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        LocalDate whole = items.stream()
                .filter(i -> i.milestone() == null && i.accepted())
                .map(EvidenceItem::happenedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<MilestoneFinding> milestones = commitment.milestones().stream()
                .map(m -> new MilestoneFinding(
                        m, reached.get(m.id()), awaiting.getOrDefault(m.id(), 0), returned.get(m.id())))
                .toList();
        return new Facts(commitment, day, figure, milestones, whole, items.size());
    }
}
