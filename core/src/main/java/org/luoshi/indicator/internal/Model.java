package org.luoshi.indicator.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.Timing;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.register.EntityTable;

/// The packs' indicators, arranged for computing: which sources feed which indicators, in which order.
public final class Model {

    private final PackSet packs;
    private final Function<Entity, EntityTable> tables;
    private final Map<QualifiedId, Indicator> inOrder = new LinkedHashMap<>();
    private final Map<Source, SourceLayout> sources = new LinkedHashMap<>();
    private final Map<QualifiedId, Set<SourceLayout>> sourcesOf = new HashMap<>();
    private final Map<QualifiedId, Map<Aggregate, Use>> uses = new HashMap<>();
    private final Map<SourceLayout, Set<String>> fields = new HashMap<>();
    /// Filled as registers change.
    private final Map<Way, List<List<String>>> paths = new ConcurrentHashMap<>();

    private record Way(SourceLayout from, QualifiedId to) {}

    /// @param layout whose slots hold the aggregate
    record Use(SourceLayout layout, Accumulate accumulate) {}

    /// @param tables where the packs' registers are
    public Model(PackSet packs, Function<Entity, EntityTable> tables) {
        this.packs = packs;
        this.tables = tables;
        packs.indicators().forEach(indicator -> arrange(indicator, new LinkedHashSet<>()));
        sources.values().forEach(layout -> fields.put(layout, Set.copyOf(layout.fields())));
    }

    PackSet packs() {
        return packs;
    }

    Entity entity(QualifiedId id) {
        return packs.entity(id).orElseThrow(() -> new IllegalStateException("no entity `%s`".formatted(id)));
    }

    EntityTable table(QualifiedId id) {
        return tables.apply(entity(id));
    }

    public Optional<Indicator> indicator(QualifiedId id) {
        return Optional.ofNullable(inOrder.get(id));
    }

    /// Each after those it is derived from.
    public Collection<Indicator> indicators() {
        return inOrder.values();
    }

    Collection<SourceLayout> sources() {
        return sources.values();
    }

    Optional<SourceLayout> source(String id) {
        return sources.values().stream().filter(layout -> layout.id().equals(id)).findFirst();
    }

    /// Fields of a source's own register that its partial sums depend on.
    Set<String> fields(SourceLayout layout) {
        return Known.in(fields, layout);
    }

    /// Reference paths that a source's expressions follow from its register to another one.
    List<List<String>> paths(SourceLayout layout, QualifiedId target) {
        return paths.computeIfAbsent(new Way(layout, target), way -> FactSql.pathsTo(this, way.from(), way.to()));
    }

    /// Why the indicator's figures cannot be computed: values that its formula needs were erased.
    public Optional<Text> obstacle(QualifiedId id) {
        Indicator indicator = inOrder.get(id);
        if (indicator == null) return Optional.empty();
        if (indicator.formula() instanceof Formula.Derived derived)
            return derived.inputs().stream().flatMap(input -> obstacle(input).stream()).findFirst();
        return uses(id).entrySet().stream()
                .flatMap(entry -> Needs.of(entry.getKey(), entry.getValue().layout(), this::entity))
                .filter(field -> table(field.entity()).isErased(field.id()))
                .map(field -> new Text(
                        "公式所用的 %s 已按要求清除，这一时点的数字不能再计算。".formatted(field),
                        "%s, which the formula needs, was erased on request; figures as of this moment can no longer be computed."
                                .formatted(field)))
                .findFirst();
    }

    /// Everything an indicator is made of, through the indicators it is derived from.
    Set<SourceLayout> sourcesOf(QualifiedId indicator) {
        return sourcesOf.getOrDefault(indicator, Set.of());
    }

    /// What is kept of all sources.
    List<Rolling> rollings() {
        return inOrder.values().stream().flatMap(indicator -> rollings(indicator).stream()).distinct().toList();
    }

    /// What an indicator over facts is computed from.
    Set<Rolling> rollings(Indicator indicator) {
        Set<Rolling> rollings = new LinkedHashSet<>();
        uses(indicator.id()).values().forEach(use -> rollings.add(new Rolling(use.layout(), use.accumulate(), indicator.basis().id())));
        return rollings;
    }

    /// Indicators whose figures some movements of a source can show in, without those derived from them.
    Set<QualifiedId> moved(SourceLayout layout, Collection<Movement> movements) {
        Set<QualifiedId> moved = new LinkedHashSet<>();
        uses.forEach((indicator, ofIndicator) -> ofIndicator.forEach((aggregate, use) -> {
            if (!use.layout().equals(layout)) return;
            boolean exact = layout.exact().contains(aggregate);
            boolean any = movements.stream().anyMatch(movement -> exact || movement.moves(layout.places(aggregate).toList()));
            if (any) moved.add(indicator);
        }));
        return moved;
    }

    /// The named indicators that are declared and those derived from them, in order of computing.
    List<Indicator> with(Set<String> named) {
        Set<QualifiedId> found = new LinkedHashSet<>();
        for (Indicator indicator : inOrder.values()) {
            boolean derived = indicator.formula() instanceof Formula.Derived(var expression, var inputs)
                    && inputs.stream().anyMatch(found::contains);
            if (derived || named.contains(indicator.id().toString())) found.add(indicator.id());
        }
        return found.stream().map(inOrder::get).toList();
    }

    Map<Aggregate, Use> uses(QualifiedId indicator) {
        return uses.getOrDefault(indicator, Map.of());
    }

    /// Places of the slots that some indicator needs accumulated so.
    NavigableSet<Integer> places(SourceLayout layout, Accumulate accumulate) {
        NavigableSet<Integer> places = new TreeSet<>();
        Use wanted = new Use(layout, accumulate);
        uses.values().forEach(ofIndicator -> ofIndicator.forEach((aggregate, use) -> {
            if (use.equals(wanted)) layout.places(aggregate).forEach(places::add);
        }));
        return places;
    }

    /// Whether an earlier period's figure may fill a later one, here or in what it is derived from.
    boolean carries(Indicator indicator) {
        return indicator.missing() == Indicator.MissingPolicy.CARRY
                || indicator.formula() instanceof Formula.Derived derived
                        && derived.inputs().stream()
                                .flatMap(id -> indicator(id).stream())
                                .anyMatch(this::carries);
    }

    /// Whether figures of other units' unit above go into it, here or in what it is derived from.
    boolean looksUp(Indicator indicator) {
        return indicator.formula() instanceof Formula.Derived derived
                && (related(derived).anyMatch(cells -> cells.relation() == Expr.Relation.PARENT)
                        || derived.inputs().stream().flatMap(id -> indicator(id).stream()).anyMatch(this::looksUp));
    }

    /// The other cells of its inputs that a derived indicator reads.
    static Stream<Expr.RelatedCells> related(Formula.Derived derived) {
        return derived.expression().all().filter(Expr.RelatedCells.class::isInstance).map(Expr.RelatedCells.class::cast);
    }

    /// Whether a record shows in its own period only.
    boolean countsWithinPeriod(Indicator indicator) {
        if (carries(indicator)) return false;
        if (indicator.formula() instanceof Formula.Derived derived && related(derived).anyMatch(cells -> cells.periods() > 0))
            return false;
        return switch (indicator.formula()) {
            case Formula.OverFacts facts ->
                facts.timing().values().stream().allMatch(timing -> timing.accumulate() == Accumulate.WITHIN);
            case Formula.Derived derived ->
                derived.inputs().stream().flatMap(id -> indicator(id).stream()).allMatch(this::countsWithinPeriod);
        };
    }

    private void arrange(Indicator indicator, Set<QualifiedId> path) {
        if (inOrder.containsKey(indicator.id())) return;
        if (!path.add(indicator.id()))
            throw new IllegalArgumentException("indicators derived from one another: " + path);
        Set<SourceLayout> found = new LinkedHashSet<>();
        switch (indicator.formula()) {
            case Formula.OverFacts facts -> aggregates(facts).forEach(a -> found.add(place(indicator, facts, a)));
            case Formula.Derived derived -> {
                for (QualifiedId input : derived.inputs()) {
                    arrange(required(input), path);
                    found.addAll(sourcesOf(input));
                }
            }
        }
        path.remove(indicator.id());
        sourcesOf.put(indicator.id(), found);
        inOrder.put(indicator.id(), indicator);
    }

    private Indicator required(QualifiedId input) {
        return packs.indicator(input)
                .orElseThrow(() -> new IllegalArgumentException("no indicator `%s`".formatted(input)));
    }

    private SourceLayout place(Indicator indicator, Formula.OverFacts facts, Aggregate aggregate) {
        QualifiedId entity = aggregate.entity();
        Timing timing = facts.timing().get(entity);
        String unit = facts.unitField().get(entity);
        if (timing == null || unit == null)
            throw new IllegalArgumentException(
                    "`%s` does not say when or where a `%s` counts".formatted(indicator.id(), entity));
        boolean standing = timing.accumulate() == Accumulate.STANDING;
        Source source = new Source(
                entity, unit, timing.date(), standing ? timing.until() : null, indicator.period());
        SourceLayout layout = sources.computeIfAbsent(source, unused -> new SourceLayout(source, entity(entity)));
        layout.add(aggregate);
        uses.computeIfAbsent(indicator.id(), unused -> new LinkedHashMap<>())
                .put(aggregate, new Use(layout, timing.accumulate()));
        return layout;
    }

    private static Stream<Aggregate> aggregates(Formula.OverFacts facts) {
        return Stream.of(facts.numerator(), facts.denominator())
                .flatMap(Stream::ofNullable)
                .flatMap(Expr::all)
                .filter(Aggregate.class::isInstance)
                .map(Aggregate.class::cast);
    }
}
