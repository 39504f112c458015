package org.luoshi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.City;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.StudyClass;

/// What the packs in force declare around the plan.
public final class Activated {

    private final PackSet packs;

    public Activated(PackSet packs) {
        this.packs = packs;
    }

    /// The city's plan as its pack declares it; the plan in force may have been edited since.
    public Optional<Plan> declared() {
        return packs.city().flatMap(c -> c.plans().stream().findFirst());
    }

    public List<StudyClass> classes() {
        return packs.city().map(City::classes).orElse(List.of());
    }

    public Optional<Indicator> indicator(QualifiedId id) {
        return packs.indicator(id);
    }

    public List<Indicator> indicators() {
        return packs.indicators().toList();
    }

    public Optional<Entity> entity(QualifiedId id) {
        return packs.entity(id);
    }

    /// The field that says whose a register's records are.
    public Optional<String> unitField(QualifiedId entity) {
        return packs.entity(entity).map(Entity::unit);
    }

    /// @throws IllegalStateException if no pack declares it: the compiler refuses such a plan
    public StatusRule rule(QualifiedId id) {
        return packs.statusRule(id).orElseThrow(() -> new IllegalStateException("no status rule `" + id + "`"));
    }

    /// What the commitments are judged by and these packs do not declare.
    ///
    /// @param only ids of the commitments; null for all
    public List<QualifiedId> lacking(Plan plan, @Nullable Set<String> only) {
        Stream<QualifiedId> indicators = plan.focuses().stream()
                .flatMap(focus -> focus.measures().stream())
                .flatMap(measure -> measure.commitments().stream())
                .filter(commitment -> only == null || only.contains(commitment.id()))
                .map(Plan.Commitment::figure)
                .filter(Objects::nonNull)
                .map(Plan.Figure::indicator)
                .filter(id -> indicator(id).isEmpty());
        Stream<QualifiedId> rule = Stream.of(plan.statusRule()).filter(id -> packs.statusRule(id).isEmpty());
        return Stream.concat(rule, indicators).distinct().toList();
    }

    /// Registers whose records can change the indicator, directly or through others.
    public Set<QualifiedId> entitiesBehind(QualifiedId indicator) {
        Set<QualifiedId> entities = new HashSet<>();
        collect(indicator, entities, new HashSet<>());
        return entities;
    }

    private void collect(QualifiedId indicator, Set<QualifiedId> entities, Set<QualifiedId> seen) {
        if (!seen.add(indicator)) {
            return;
        }
        packs.indicator(indicator).ifPresent(found -> {
            switch (found.formula()) {
                case Indicator.Formula.OverFacts facts -> entities.addAll(facts.timing().keySet());
                case Indicator.Formula.Derived derived -> derived.inputs().forEach(i -> collect(i, entities, seen));
            }
        });
    }
}
