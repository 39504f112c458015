package org.luoshi.quality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.expression.Expr;
import org.luoshi.quality.QualityItem.State;
import org.luoshi.quality.internal.Evaluation;
import org.luoshi.quality.internal.ItemStore;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Data-quality items 数据质量事项: read by whoever may read their unit, answered by whoever may write its records.
@Service
public class DataQuality {

    private final ItemStore items;
    private final Evaluation evaluation;
    private final Registers registers;
    private final Guard guard;
    private final ChangeLog log;

    public DataQuality(ItemStore items, Evaluation evaluation, Registers registers, Guard guard, ChangeLog log) {
        this.items = items;
        this.evaluation = evaluation;
        this.registers = registers;
        this.guard = guard;
        this.log = log;
    }

    /// Items and how many there are in all.
    public record Page(List<QualityItem> items, long total) {}

    /// Latest first.
    @Transactional(readOnly = true)
    public Page list(QualityFilter filter, long from, int most, Viewer viewer) {
        return new Page(items.list(filter, from, most, viewer), items.count(filter, viewer));
    }

    @Transactional(readOnly = true)
    public long count(QualityFilter filter, Viewer viewer) {
        return items.count(filter, viewer);
    }

    /// How many there are of each register and kind.
    @Transactional(readOnly = true)
    public Map<QualifiedId, Map<QualityCheck.Kind, Long>> numbers(QualityFilter filter, Viewer viewer) {
        return items.numbers(filter, viewer);
    }

    @Transactional(readOnly = true)
    public Optional<QualityItem> find(long id, Viewer viewer) {
        return items.find(id).filter(item -> guard.may(viewer, Permission.READ, item.unit()));
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<QualityItem.Step> history(QualityItem item) {
        return items.history(item.id());
    }

    /// The check as it is declared now; empty where it no longer is.
    public Optional<QualityCheck> check(QualifiedId id) {
        return registers.packs().quality().filter(check -> check.id().equals(id)).findFirst();
    }

    /// Every check, with when it was last made.
    @Transactional(readOnly = true)
    public List<QualityLook> looks() {
        return evaluation.looks();
    }

    /// Whether the viewer may say something of the item.
    public boolean mayAnswer(QualityItem item, Viewer viewer) {
        return item.state().stands() && guard.may(viewer, Permission.WRITE_RECORD, item.unit());
    }

    /// What the item's unit says of it. `OPEN` takes back what was said.
    ///
    /// @param version that the viewer saw
    /// @param reason blank only when taken back
    /// @return false where the item has changed meanwhile
    /// @throws AccessDenied if the viewer may not answer for the unit
    /// @throws IllegalArgumentException for a state that nobody declares, or without a reason
    @Transactional
    public boolean answer(long id, int version, State state, String reason, Viewer viewer) {
        if (state != State.OPEN && state != State.EXPLAINED && state != State.DISMISSED)
            throw new IllegalArgumentException("nobody declares an item " + state);
        if (state != State.OPEN && reason.isBlank()) throw new IllegalArgumentException("an answer needs a reason");
        QualityItem item = find(id, viewer).orElseThrow(() -> new AccessDenied(Permission.READ, "*"));
        guard.demand(viewer, Permission.WRITE_RECORD, item.unit());
        if (item.version() != version || !item.state().stands()) return false;
        Change change = log.open(new ChangeRequest(
                viewer.account(), "quality." + state.name().toLowerCase(Locale.ROOT), "quality/" + id));
        return items.answer(item, state, reason.isBlank() ? null : reason.strip(), change);
    }

    /// Registers whose records an indicator is computed from, through those that it is derived from.
    public Set<QualifiedId> sources(Indicator indicator) {
        PackSet packs = registers.packs();
        Set<QualifiedId> entities = new LinkedHashSet<>();
        collect(indicator, packs, new LinkedHashSet<>(), entities);
        return entities;
    }

    private static void collect(
            Indicator indicator, PackSet packs, Set<QualifiedId> seen, Set<QualifiedId> entities) {
        if (!seen.add(indicator.id())) return;
        switch (indicator.formula()) {
            case Formula.OverFacts facts ->
                Stream.of(facts.numerator(), facts.denominator())
                        .flatMap(Stream::ofNullable)
                        .flatMap(Expr::all)
                        .filter(Expr.Aggregate.class::isInstance)
                        .forEach(part -> entities.add(((Expr.Aggregate) part).entity()));
            case Formula.Derived derived ->
                derived.inputs().stream()
                        .flatMap(input -> packs.indicator(input).stream())
                        .forEach(input -> collect(input, packs, seen, entities));
        }
    }

    /// Makes the checks that are due now, without waiting for the worker.
    public void refresh() {
        evaluation.run(true);
    }
}
