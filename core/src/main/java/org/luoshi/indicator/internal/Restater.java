package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatements;
import org.luoshi.indicator.internal.Comparison.Standpoint;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Pack;
import org.luoshi.pack.QualifiedId;
import org.springframework.stereotype.Component;

/// Says what moved between two moments and why: data, method or basis.
@Component
public class Restater {

    private final DSLContext database;
    private final FigureReader reader;
    private final Explainer explainer;
    private final RecordMoves moves;
    private final Units units;
    private final ChangeLog log;
    private final Clock clock;

    public Restater(
            DSLContext database,
            FigureReader reader,
            Explainer explainer,
            RecordMoves moves,
            Units units,
            ChangeLog log,
            Clock clock) {
        this.database = database;
        this.reader = reader;
        this.explainer = explainer;
        this.moves = moves;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// @param to null for now
    public Restated figure(
            QualifiedId id, String unit, Period period, Instant from, @Nullable Instant to, Viewer viewer) {
        Instant later = later(from, to);
        Comparison comparison = comparison(id, from, later, Set.of(unit));
        Restatement figure = comparison.of(unit, period);
        Model then = reader.model(from);
        Indicator indicator = then.indicator(id).filter(declared -> then.obstacle(id).isEmpty()).orElse(null);
        Basis basis = Stream.of(then, reader.model(later))
                .flatMap(model -> model.indicator(id).stream())
                .map(Indicator::basis)
                .findFirst()
                .orElseThrow();
        Set<String> below = below(units.tree(from), unit, basis, period);
        Set<String> belowNow = below(units.tree(later), unit, basis, period);
        RecordMoves.Moves found = indicator == null
                ? RecordMoves.Moves.NONE
                : moves.of(then, indicator, ExplainRequest.of(id, unit, period, from, 1), later, below, viewer);
        Amounts amounts = amounts(then, indicator, comparison, figure, found);
        return new Restated(
                figure,
                inputs(indicator, unit, period, from, later),
                indicator == null ? List.of() : explainer.measures(then, id),
                amounts.records(),
                amounts.rest(),
                found.more(),
                found.hidden(),
                method(id, from),
                method(id, later),
                without(belowNow, below),
                without(below, belowNow));
    }

    /// @param rest of the records that are not listed; null where records have no amounts
    private record Amounts(List<Restated.RecordMove> records, @Nullable BigDecimal rest) {}

    /// What each record moved, where that and what the others moved make exactly the step that facts made.
    private static Amounts amounts(
            Model then,
            @Nullable Indicator indicator,
            Comparison comparison,
            Restatement figure,
            RecordMoves.Moves found) {
        Amounts none = new Amounts(found.records(), null);
        BigDecimal step = figure.step(Restatement.Cause.DATA).change();
        if (indicator == null || step == null) return none;
        Additive additive = Additive.of(indicator, List.copyOf(then.uses(indicator.id()).keySet())).orElse(null);
        if (additive == null) return none;
        List<Restated.RecordMove> records = new ArrayList<>();
        BigDecimal rest = step;
        for (Restated.RecordMove move : found.records()) {
            BigDecimal amount = comparison.converted(additive.moved(move.then(), move.now()));
            if (amount == null) return none;
            records.add(move.moving(amount));
            rest = rest.subtract(amount);
        }
        boolean all = !found.more() && found.hidden() == 0;
        return all && rest.signum() != 0 ? none : new Amounts(records, rest);
    }

    /// @param to null for now
    /// @param most how many are listed
    public Restatements all(QualifiedId id, Instant from, @Nullable Instant to, int most) {
        List<Restatement> all = comparison(id, from, later(from, to), null).all();
        List<Restatement> moved = all.stream().filter(Restatement::moved).toList();
        List<Restatement> listed = moved.stream()
                .sorted(Comparator.comparing(Restatement::period).reversed().thenComparing(Restatement::unit))
                .limit(most)
                .toList();
        return new Restatements(listed, moved.size(), all.size());
    }

    /// Everything up to it is known; a change that is being written may be known a little after the clock's moment.
    private Instant later(Instant from, @Nullable Instant to) {
        Instant clocked = clock.instant();
        Instant now = log.last().map(Change::knownAt).filter(clocked::isBefore).orElse(clocked);
        Instant later = to == null ? now : to;
        if (!from.isBefore(later))
            throw new IllegalArgumentException("need a moment before %s, got %s".formatted(later, from));
        return later;
    }

    /// @param only narrowing to some units, or null
    private Comparison comparison(QualifiedId id, Instant from, Instant to, @Nullable Set<String> only) {
        Standpoint first = standpoint(from, from, from, only);
        Standpoint data = standpoint(from, from, to, only);
        Standpoint method = first.model() == reader.model(to) ? data : standpoint(to, from, to, only);
        boolean sameTree = units.ancestors(from).equals(units.ancestors(to));
        Standpoint basis = sameTree ? method : standpoint(to, to, to, only);
        return new Comparison(id, from, to, List.of(first, data, method, basis));
    }

    private Standpoint standpoint(Instant method, Instant basis, Instant facts, @Nullable Set<String> only) {
        Model model = reader.model(method);
        LocalDate day = reader.day(facts);
        Figures figures = new Figures(
                database,
                model,
                new Figures.Tree(units.tree(basis), units.ancestors(basis)),
                clock.getZone(),
                new Figures.Facts.Registers(facts),
                day,
                only,
                null);
        return new Standpoint(model, figures, day);
    }

    private List<Restatement> inputs(
            @Nullable Indicator indicator, String unit, Period period, Instant from, Instant to) {
        if (indicator == null || !(indicator.formula() instanceof Formula.Derived derived)) return List.of();
        List<Restatement> inputs = new ArrayList<>();
        for (QualifiedId input : derived.inputs()) inputs.add(comparison(input, from, to, Set.of(unit)).of(unit, period));
        return inputs;
    }

    private Restated.@Nullable Method method(QualifiedId id, Instant moment) {
        Model model = reader.model(moment);
        Indicator indicator = model.indicator(id).orElse(null);
        if (indicator == null) return null;
        Pack pack = model.packs().packs().stream()
                .filter(declaring -> declaring.id().equals(id.pack()))
                .findFirst()
                .orElseThrow();
        Text formula = explainer.formula(model, indicator);
        return new Restated.Method(indicator, pack.version(), pack.digest(), formula);
    }

    private static Set<String> below(UnitTree tree, String unit, Basis basis, Period period) {
        return tree.subtree(unit, basis, period.end()).stream()
                .map(Unit::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> units, Set<String> others) {
        Set<String> rest = new HashSet<>(units);
        rest.removeAll(others);
        return rest.stream().sorted().toList();
    }
}
