package org.luoshi.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.process.ProcessDefinition;

/// Packs that were compiled together, in order of dependency: each after those it needs.
public final class PackSet {

    private final List<Pack> packs;
    private final List<PackFiles> files;
    private final Map<QualifiedId, Entity> entities;
    private final Map<QualifiedId, Indicator> indicators;
    private final Map<QualifiedId, StatusRule> statusRules;
    private final Map<QualifiedId, ProcessDefinition> processes;
    private final Map<QualifiedId, ProcessDefinition> writers = new HashMap<>();

    public PackSet(List<Pack> packs) {
        this(packs, List.of());
    }

    /// @param files what the packs were compiled from
    public PackSet(List<Pack> packs, List<PackFiles> files) {
        this.packs = List.copyOf(packs);
        this.files = List.copyOf(files);
        this.entities = index(Pack::entities, Entity::id);
        this.indicators = index(Pack::indicators, Indicator::id);
        this.statusRules = index(Pack::statusRules, StatusRule::id);
        this.processes = index(Pack::processes, ProcessDefinition::id);
        processes.values().forEach(process -> {
            writers.put(process.content(), process);
            writers.put(process.cases().id(), process);
        });
    }

    public List<Pack> packs() {
        return packs;
    }

    /// What the packs were compiled from; empty for packs made otherwise.
    public List<PackFiles> files() {
        return files;
    }

    public Stream<Entity> entities() {
        return entities.values().stream();
    }

    public Stream<Indicator> indicators() {
        return indicators.values().stream();
    }

    public Optional<Entity> entity(QualifiedId id) {
        return Optional.ofNullable(entities.get(id));
    }

    public Optional<Indicator> indicator(QualifiedId id) {
        return Optional.ofNullable(indicators.get(id));
    }

    public Optional<StatusRule> statusRule(QualifiedId id) {
        return Optional.ofNullable(statusRules.get(id));
    }

    public Stream<ProcessDefinition> processes() {
        return processes.values().stream();
    }

    public Stream<QualityCheck> quality() {
        return packs.stream().flatMap(pack -> pack.quality().stream());
    }

    public Stream<WarningRule> warningRules() {
        return packs.stream().flatMap(pack -> pack.monitoring().rules().stream());
    }

    public Optional<WarningRule> warningRule(QualifiedId id) {
        return warningRules().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Optional<ObservedProperty> observedProperty(QualifiedId id) {
        return packs.stream()
                .flatMap(pack -> pack.monitoring().properties().stream())
                .filter(property -> property.id().equals(id))
                .findFirst();
    }

    public Optional<ProcessDefinition> process(QualifiedId id) {
        return Optional.ofNullable(processes.get(id));
    }

    /// The process whose steps write this register, so that nobody else does.
    public Optional<ProcessDefinition> writer(QualifiedId entity) {
        return Optional.ofNullable(writers.get(entity));
    }

    /// The one city pack's own part, if a city pack is among them.
    public Optional<City> city() {
        return packs.stream().flatMap(p -> Optional.ofNullable(p.city()).stream()).findFirst();
    }

    private <T> Map<QualifiedId, T> index(Function<Pack, List<T>> things, Function<T, QualifiedId> id) {
        Map<QualifiedId, T> found = new LinkedHashMap<>();
        for (Pack pack : packs) {
            for (T thing : things.apply(pack)) {
                found.put(id.apply(thing), thing);
            }
        }
        return found;
    }
}
