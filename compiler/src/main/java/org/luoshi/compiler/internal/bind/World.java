package org.luoshi.compiler.internal.bind;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.mistake.CityMistakes;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;

/// All packs of a run, and what has been bound of them so far.
final class World {

    /// An entity with what of it is of no use.
    ///
    /// @param entity without its broken fields
    /// @param broken fields that are declared but do not fit
    record BoundEntity(Entity entity, Map<String, View> fields, Set<String> broken, ParsedFile file) {
        Span at(String field) {
            View view = fields.get(field);
            return view == null ? file.whole() : view.node().anchor();
        }
    }

    /// @param indicator absent when it could not be bound
    record BoundIndicator(Optional<Indicator> indicator, View view, ParsedFile file) {}

    private final Map<String, Draft> packs;
    private final Reference references;
    private final Findings findings = new Findings();
    private final Map<QualifiedId, BoundEntity> entities = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundIndicator> indicators = new LinkedHashMap<>();
    private final Map<QualifiedId, StatusRule> rules = new LinkedHashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private boolean unitsKnown;
    private Optional<Set<String>> commitments = Optional.empty();
    private Optional<ClauseBinder> clauses = Optional.empty();

    /// @param packs by id, each after those it depends on
    World(Map<String, Draft> packs) {
        this.packs = packs;
        this.references = new Reference(packs);
    }

    Map<String, Draft> packs() {
        return packs;
    }

    Reference references() {
        return references;
    }

    Findings findings() {
        return findings;
    }

    Map<QualifiedId, BoundEntity> entities() {
        return entities;
    }

    Map<QualifiedId, BoundIndicator> indicators() {
        return indicators;
    }

    Map<QualifiedId, StatusRule> rules() {
        return rules;
    }

    void know(Map<String, Unit> declared) {
        units.putAll(declared);
        unitsKnown = true;
    }

    Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /// The unit's id; reports one that does not exist, unless no city pack is at hand to ask.
    Optional<String> unit(Scalar name) {
        if (!unitsKnown || units.containsKey(name.text())) return Optional.of(name.text());
        findings.report(CityMistakes.UNKNOWN_UNIT
                .at(name.span())
                .with("unit", name.text())
                .with("meant", Members.meant(name.text(), units.keySet())));
        return Optional.empty();
    }

    /// @param ids absent when part of the plan could not be read
    void knowCommitments(Optional<Set<String>> ids, ClauseBinder bound) {
        commitments = ids;
        clauses = Optional.of(bound);
    }

    /// Ids of the plan's commitments, where all are known.
    Optional<Set<String>> commitments() {
        return commitments;
    }

    List<String> knownClauses(List<Listed<Scalar>> named) {
        return clauses.map(c -> c.known(named)).orElse(List.of());
    }
}
