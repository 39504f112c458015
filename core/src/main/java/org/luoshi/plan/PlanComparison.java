package org.luoshi.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.PlanChange.Difference;
import org.luoshi.plan.PlanChange.ItemKind;
import org.luoshi.plan.PlanChange.What;

/// What changed between two states of a plan: items by their ids, wherever they moved to.
public final class PlanComparison {

    private final List<PlanChange> changes = new ArrayList<>();

    private PlanComparison() {}

    public static List<PlanChange> of(Plan before, Plan after) {
        PlanComparison comparison = new PlanComparison();
        comparison.plan(before, after);
        comparison.each(ItemKind.CLAUSE, clauses(before), clauses(after), Plan.Clause::gist, comparison::clause);
        comparison.each(ItemKind.FOCUS, focuses(before), focuses(after), Plan.Focus::title, comparison::focus);
        comparison.each(
                ItemKind.MEASURE, measures(before), measures(after), p -> p.item().title(), comparison::measure);
        Map<String, Placed<Plan.Commitment>> old = commitments(before);
        Map<String, Placed<Plan.Commitment>> now = commitments(after);
        comparison.each(ItemKind.COMMITMENT, old, now, p -> p.item().title(), comparison::commitment);
        for (var entry : now.entrySet()) {
            Placed<Plan.Commitment> was = old.get(entry.getKey());
            if (was != null) {
                comparison.each(
                        ItemKind.MILESTONE,
                        milestones(was.item()),
                        milestones(entry.getValue().item()),
                        Plan.Milestone::title,
                        comparison::milestone);
            }
        }
        return List.copyOf(comparison.changes);
    }

    private record Placed<T>(String under, T item) {}

    private interface Compare<T> {
        void compare(T before, T after, List<Difference> into);
    }

    private <T> void each(
            ItemKind kind, Map<String, T> before, Map<String, T> after, Function<T, Text> title, Compare<T> compare) {
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        for (String id : ids) {
            T old = before.get(id);
            T now = after.get(id);
            if (old == null && now != null) {
                changes.add(new PlanChange(kind, id, title.apply(now), What.ADDED, List.of()));
            } else if (old != null && now == null) {
                changes.add(new PlanChange(kind, id, title.apply(old), What.REMOVED, List.of()));
            } else if (old != null && now != null && !old.equals(now)) {
                List<Difference> differences = new ArrayList<>();
                compare.compare(old, now, differences);
                differences.sort(Comparator.comparing(Difference::what));
                if (!differences.isEmpty()) {
                    changes.add(new PlanChange(kind, id, title.apply(now), differences.getFirst().what(), differences));
                }
            }
        }
    }

    private void plan(Plan before, Plan after) {
        List<Difference> differences = new ArrayList<>();
        text(differences, "title", before.title(), after.title());
        value(differences, What.RESCHEDULED, "period.from", before.period().from(), after.period().from());
        value(differences, What.RESCHEDULED, "period.to", before.period().to(), after.period().to());
        value(differences, What.REWORDED, "status_rule", before.statusRule(), after.statusRule());
        if (!differences.isEmpty()) {
            differences.sort(Comparator.comparing(Difference::what));
            changes.add(new PlanChange(
                    ItemKind.PLAN, after.id().toString(), after.title(), differences.getFirst().what(), differences));
        }
    }

    private void clause(Plan.Clause before, Plan.Clause after, List<Difference> into) {
        text(into, "gist", before.gist(), after.gist());
        value(into, What.MOVED, "paragraph", before.paragraph(), after.paragraph());
        value(into, What.MOVED, "sentence", before.sentence(), after.sentence());
        value(into, What.REASSIGNED, "speaker", before.speaker(), after.speaker());
        value(into, What.REWORDED, "kind", before.kind(), after.kind());
        value(into, What.REWORDED, "needs", before.needsCommitment(), after.needsCommitment());
        text(into, "because", before.because(), after.because());
    }

    private void focus(Plan.Focus before, Plan.Focus after, List<Difference> into) {
        text(into, "title", before.title(), after.title());
        value(into, What.MOVED, "order", before.order(), after.order());
        value(into, What.REWORDED, "clauses", list(before.clauses()), list(after.clauses()));
    }

    private void measure(Placed<Plan.Measure> before, Placed<Plan.Measure> after, List<Difference> into) {
        value(into, What.MOVED, "focus", before.under(), after.under());
        text(into, "title", before.item().title(), after.item().title());
        value(into, What.REASSIGNED, "lead", before.item().lead(), after.item().lead());
        value(into, What.REWORDED, "lever", before.item().lever(), after.item().lever());
        value(into, What.REWORDED, "clauses", list(before.item().clauses()), list(after.item().clauses()));
    }

    private void commitment(Placed<Plan.Commitment> old, Placed<Plan.Commitment> now, List<Difference> into) {
        Plan.Commitment before = old.item();
        Plan.Commitment after = now.item();
        value(into, What.MOVED, "measure", old.under(), now.under());
        text(into, "title", before.title(), after.title());
        text(into, "detail", before.detail(), after.detail());
        value(into, What.REASSIGNED, "lead", before.lead(), after.lead());
        value(into, What.REASSIGNED, "assist", sorted(before.assist()), sorted(after.assist()));
        value(into, What.RESCHEDULED, "period.from", before.period().from(), after.period().from());
        value(into, What.RESCHEDULED, "period.to", before.period().to(), after.period().to());
        value(into, What.REWORDED, "period.stated", before.period().stated(), after.period().stated());
        figure(before.figure(), after.figure(), into);
        value(into, What.REWORDED, "watch", list(before.watch()), list(after.watch()));
        value(into, What.REWORDED, "evidence", texts(before.evidence()), texts(after.evidence()));
        value(into, What.REWORDED, "depends_on", list(before.dependsOn()), list(after.dependsOn()));
        value(into, What.REWORDED, "clauses", list(before.clauses()), list(after.clauses()));
    }

    private static void figure(
            Plan.@Nullable Figure before, Plan.@Nullable Figure after, List<Difference> into) {
        part(into, "figure.indicator", before, after, f -> f.indicator().toString());
        part(into, "figure.unit", before, after, Plan.Figure::unit);
        part(into, "figure.target", before, after, f -> number(f.target()));
        part(into, "figure.stated", before, after, f -> String.valueOf(f.targetStated()));
        part(into, "figure.baseline", before, after, f -> point(f.baseline()) + (f.baselineStated() ? " *" : ""));
        part(into, "figure.path", before, after, f -> f.path().stream()
                .map(PlanComparison::point)
                .collect(Collectors.joining(", ")));
    }

    private static <T> void part(
            List<Difference> into, String field, @Nullable T before, @Nullable T after, Function<T, String> words) {
        value(
                into,
                What.RETARGETED,
                field,
                before == null ? null : words.apply(before),
                after == null ? null : words.apply(after));
    }

    private void milestone(Plan.Milestone before, Plan.Milestone after, List<Difference> into) {
        text(into, "title", before.title(), after.title());
        value(into, What.RESCHEDULED, "due", before.due(), after.due());
        value(into, What.REWORDED, "stated", before.stated(), after.stated());
        text(into, "evidence", before.evidence(), after.evidence());
    }

    private static void text(List<Difference> into, String field, @Nullable Text before, @Nullable Text after) {
        value(into, What.REWORDED, field + ".zh", before == null ? null : before.zh(), after == null ? null : after.zh());
        value(into, What.REWORDED, field + ".en", before == null ? null : before.en(), after == null ? null : after.en());
    }

    private static void value(
            List<Difference> into, What what, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            into.add(new Difference(
                    what, field, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String point(Plan.Point point) {
        return point.by() + "=" + number(point.value());
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String sorted(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String texts(List<Text> texts) {
        return texts.stream().map(t -> t.zh() + " | " + t.en()).collect(Collectors.joining("; "));
    }

    private static Map<String, Plan.Clause> clauses(Plan plan) {
        return byId(plan.clauses(), Plan.Clause::id);
    }

    private static Map<String, Plan.Focus> focuses(Plan plan) {
        return byId(plan.focuses(), Plan.Focus::id);
    }

    private static Map<String, Placed<Plan.Measure>> measures(Plan plan) {
        Map<String, Placed<Plan.Measure>> measures = new LinkedHashMap<>();
        plan.focuses().forEach(f -> f.measures().forEach(m -> measures.put(m.id(), new Placed<>(f.id(), m))));
        return measures;
    }

    private static Map<String, Placed<Plan.Commitment>> commitments(Plan plan) {
        Map<String, Placed<Plan.Commitment>> commitments = new LinkedHashMap<>();
        plan.focuses().forEach(f -> f.measures()
                .forEach(m -> m.commitments().forEach(c -> commitments.put(c.id(), new Placed<>(m.id(), c)))));
        return commitments;
    }

    private static Map<String, Plan.Milestone> milestones(Plan.Commitment commitment) {
        Map<String, Plan.Milestone> milestones = new LinkedHashMap<>();
        commitment.milestones().forEach(m -> milestones.put(commitment.id() + "/" + m.id(), m));
        return milestones;
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(id.apply(item), item));
        return map;
    }
}
