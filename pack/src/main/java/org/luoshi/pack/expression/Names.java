package org.luoshi.pack.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;

/// What the names in a pack's expressions stand for.
public interface Names {

    /// The pack whose things are named without the pack's id.
    String pack();

    /// Packs whose things may be named as `pack.name`: the dependencies.
    Set<String> packs();

    /// Any entity, also of packs that may not be named here: a reference may lead there.
    Optional<Entity> entity(QualifiedId id);

    /// Ids of a pack's entities, for "did you mean".
    Set<String> entities(String pack);

    /// The unit of measure of an indicator.
    Optional<UnitOfMeasure> indicator(QualifiedId id);

    /// Ids of a pack's indicators.
    Set<String> indicators(String pack);

    /// The working days that formulas may count by; empty where no calendar is declared.
    default Optional<PublishedDays> calendar() {
        return Optional.empty();
    }

    static Names of(
            String pack, Set<String> packs, Collection<Entity> entities, Map<QualifiedId, UnitOfMeasure> indicators) {
        return of(pack, packs, entities, indicators, Optional.empty());
    }

    static Names of(
            String pack,
            Set<String> packs,
            Collection<Entity> entities,
            Map<QualifiedId, UnitOfMeasure> indicators,
            Optional<PublishedDays> calendar) {
        Map<QualifiedId, Entity> byId = new LinkedHashMap<>();
        entities.forEach(entity -> byId.put(entity.id(), entity));
        return new Declared(pack, Set.copyOf(packs), byId, Map.copyOf(indicators), calendar);
    }

    /// Names over finished declarations.
    record Declared(
            String pack,
            Set<String> packs,
            Map<QualifiedId, Entity> byId,
            Map<QualifiedId, UnitOfMeasure> units,
            Optional<PublishedDays> calendar)
            implements Names {

        @Override
        public Optional<Entity> entity(QualifiedId id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public Set<String> entities(String pack) {
            return namesOf(byId.keySet(), pack);
        }

        @Override
        public Optional<UnitOfMeasure> indicator(QualifiedId id) {
            return Optional.ofNullable(units.get(id));
        }

        @Override
        public Set<String> indicators(String pack) {
            return namesOf(units.keySet(), pack);
        }

        private static Set<String> namesOf(Set<QualifiedId> ids, String pack) {
            return ids.stream()
                    .filter(id -> id.pack().equals(pack))
                    .map(QualifiedId::name)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
