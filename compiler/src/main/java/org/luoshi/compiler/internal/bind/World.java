package org.luoshi.compiler.internal.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.mistake.CityMistakes;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.mistake.PlanMistakes;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.calendar.CalendarConflict;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.PublishedDays;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.clock.ClockHolder;
import org.luoshi.kernel.clock.ClockTerms;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.process.ProcessDefinition;

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

        /// Whether a process makes it of its cases, so that no file writes its fields.
        boolean generated() {
            return file.construct() == ProcessForm.CONSTRUCT;
        }

        /// Ids of its fields, broken ones included.
        Set<String> names() {
            return generated()
                    ? entity.fields().stream().map(Field::id).collect(Collectors.toCollection(LinkedHashSet::new))
                    : fields.keySet();
        }

        /// Where a field's type is written.
        Span typeAt(String field) {
            View view = fields.get(field);
            return view == null ? file.whole() : view.at(FieldForms.TYPE);
        }

        /// The type of a field as packs write it.
        Optional<String> type(String field) {
            return generated()
                    ? entity.field(field).map(f -> FieldForms.word(f.type()))
                    : Optional.ofNullable(fields.get(field)).flatMap(view -> view.get(FieldForms.TYPE));
        }
    }

    /// @param indicator absent when it could not be bound
    record BoundIndicator(Optional<Indicator> indicator, View view, ParsedFile file) {}

    /// @param terms those that fit
    record BoundClock(Text title, ClockHolder holder, List<ClockTerms> terms, View view, ParsedFile file) {}

    /// @param definition absent when it could not be bound
    record BoundProcess(Optional<ProcessDefinition> definition, View view, ParsedFile file) {}

    /// @param table absent when it could not be bound
    record BoundDecision(Optional<DecisionTable> table, View view, ParsedFile file) {}

    /// @param view to point at its unit
    record BoundProperty(ObservedProperty property, View view) {}

    private final Map<String, Draft> packs;
    private final Reference references;
    private final Findings findings = new Findings();
    private final Map<QualifiedId, BoundEntity> entities = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundIndicator> indicators = new LinkedHashMap<>();
    private final Map<QualifiedId, StatusRule> rules = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundClock> clocks = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundDecision> decisions = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundProcess> processes = new LinkedHashMap<>();
    private final Map<QualifiedId, BoundProperty> properties = new LinkedHashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final List<Scalar> named = new ArrayList<>();
    private boolean unitsKnown;
    private Optional<Set<String>> commitments = Optional.empty();
    private Optional<ClauseBinder> clauses = Optional.empty();
    private Optional<PublishedDays> calendar = Optional.empty();

    /// @param packs by id, each after those it depends on
    World(Map<String, Draft> packs) {
        this.packs = packs;
        this.references = new Reference(packs);
    }

    /// Working days that formulas count by; empty where no city pack declares a calendar.
    Optional<PublishedDays> calendar() {
        return calendar;
    }

    /// @param editions those that fit; of conflicting ones, which are told elsewhere, no day is known
    void calendar(List<CalendarEdition> editions) {
        boolean fit = CalendarConflict.among(editions).isEmpty();
        calendar = Optional.of(new PublishedDays(fit ? editions : List.of()));
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

    Map<QualifiedId, BoundProperty> properties() {
        return properties;
    }

    Map<QualifiedId, BoundClock> clocks() {
        return clocks;
    }

    Map<QualifiedId, BoundDecision> decisions() {
        return decisions;
    }

    Map<QualifiedId, BoundProcess> processes() {
        return processes;
    }

    void know(Map<String, Unit> declared) {
        units.putAll(declared);
        unitsKnown = true;
    }

    Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /// Whether there may be a unit of one of these kinds: so it is where no city pack is at hand to ask.
    boolean hasUnitOf(Set<UnitKind> kinds) {
        return !unitsKnown || units.values().stream().anyMatch(unit -> kinds.contains(unit.kind()));
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

    /// A commitment that a file names, perhaps before the plan was read.
    void nameCommitment(Scalar id) {
        named.add(id);
    }

    /// Reports commitments that were named and are not in the plan, where all of it is known.
    void checkNamed() {
        commitments.ifPresent(known -> named.stream()
                .filter(id -> !known.contains(id.text()))
                .forEach(id -> findings.report(PlanMistakes.UNKNOWN_COMMITMENT
                        .at(id.span())
                        .with("id", id.text())
                        .with("meant", Members.meant(id.text(), known)))));
    }

    List<String> knownClauses(List<Listed<Scalar>> named) {
        return clauses.map(c -> c.known(named)).orElse(List.of());
    }
}
