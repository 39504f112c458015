package org.luoshi.app.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.Sample;

/// The samples of packs in the order in which their records can be made.
public final class SampleOrder {

    private SampleOrder() {}

    /// Referenced entities first.
    public static List<Sample> of(PackSet packs) {
        Map<QualifiedId, Integer> order = order(packs);
        return packs.packs().stream()
                .map(Pack::samples)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt((Sample sample) -> refers(sample) ? 1 : 0)
                        .thenComparingInt(sample -> order.getOrDefault(sample.entity(), 0))
                        .thenComparing(Sample::id))
                .toList();
    }

    private static boolean refers(Sample sample) {
        return sample.fields().values().stream().anyMatch(Sample.SampleValue.RecordOf.class::isInstance);
    }

    private static Map<QualifiedId, Integer> order(PackSet packs) {
        List<QualifiedId> ids = packs.entities().map(entity -> entity.id()).toList();
        return ids.stream().collect(Collectors.toMap(Function.identity(), ids::indexOf));
    }

    /// The milestones of the city's plans, for samples with one record each.
    public static List<DatedMilestone> milestones(PackSet packs) {
        return packs.city().stream()
                .flatMap(city -> city.plans().stream())
                .flatMap(Plan::commitments)
                .flatMap(commitment -> commitment.milestones().stream().map(milestone -> dated(commitment, milestone)))
                .toList();
    }

    private static DatedMilestone dated(Plan.Commitment commitment, Plan.Milestone milestone) {
        return new DatedMilestone(
                commitment.id(),
                milestone.id(),
                commitment.lead(),
                milestone.title().zh(),
                milestone.due());
    }
}
