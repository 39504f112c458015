package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.WarningMistakes.CLEARS_BEFORE_RAISING;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.GRAVER_AND_SLOWER;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.LEVELS_OUT_OF_ORDER;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.NEEDS;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.NEVER_REACHED;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.NO_LEVEL;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.ONE_PROPERTY;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.SAME_NAME;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.SAYS_NOTHING;
import static org.luoshi.compiler.internal.mistake.WarningMistakes.UNKNOWN_PROPERTY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.ObservedForm;
import org.luoshi.compiler.internal.form.WarningForm;
import org.luoshi.compiler.internal.form.WarningForm.Kind;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Quantity;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Type;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Level;
import org.luoshi.pack.monitoring.WarningRule.Measure;
import org.luoshi.pack.monitoring.WarningRule.Persistence;
import org.luoshi.pack.monitoring.WarningRule.Trigger;
import org.luoshi.pack.monitoring.WarningRule.Watch;

/// One warning rule: its limits in the units of what it watches, its levels in their order.
final class WarningBinder {

    private static final UnitsOfMeasure UNITS = UnitsOfMeasure.standard();
    private static final UnitOfMeasure PURE = UNITS.find("1").orElseThrow();
    private static final UnitOfMeasure SECOND = UNITS.find("s").orElseThrow();
    private static final UnitOfMeasure HOUR = UNITS.find("h").orElseThrow();
    private static final Set<Kind> TOLERANT = Set.of(Kind.UNCHANGED, Kind.UNUSUAL);

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;

    WarningBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
    }

    /// A level with what it was read from.
    private record Bound(Level level, View view) {

        /// The limit that raises, or null where a condition does.
        @Nullable BigDecimal raise() {
            return level.trigger() instanceof Trigger.Limits limits ? limits.raise() : null;
        }
    }

    Optional<WarningRule> bind() {
        Kind kind = view.get(WarningForm.MEASURE).orElse(null);
        Map<String, World.BoundProperty> watched = watched();
        if (kind == null) return Optional.empty();
        Optional<Duration> silent = view.get(WarningForm.SILENT).flatMap(it -> Measured.time(it, findings));
        Optional<Watch> watch = watch(kind, watched);
        List<Bound> levels = levels(kind, watched);
        checkOrder(kind, levels);
        boolean allRead = view.get(WarningForm.LEVELS)
                .map(it -> WarningForm.COLOURS.values().stream().filter(it::has).count() == levels.size())
                .orElse(false);
        if (watch.isEmpty() || levels.isEmpty() || !allRead || !view.whole()) return Optional.empty();
        return Optional.of(new WarningRule(
                new QualifiedId(draft.id(), file.name()),
                view.get(WarningForm.TITLE, Text.EMPTY),
                view.get(WarningForm.ADVICE, Text.EMPTY),
                view.get(WarningForm.SOURCE, Text.EMPTY),
                watch.get(),
                levels.stream().map(Bound::level).toList(),
                silent.orElse(null)));
    }

    private Map<String, World.BoundProperty> watched() {
        Map<String, World.BoundProperty> watched = new LinkedHashMap<>();
        for (Listed<Scalar> listed : view.get(WarningForm.WATCHES, List.of())) {
            Scalar name = listed.value();
            world.references()
                    .resolve(draft, name, ObservedForm.CONSTRUCT, UNKNOWN_PROPERTY, findings)
                    .map(id -> world.properties().get(id))
                    .ifPresent(bound -> {
                        String plain = bound.property().id().name();
                        if (watched.put(plain, bound) != null)
                            findings.report(SAME_NAME.at(name.span()).with("name", plain));
                    });
        }
        return watched;
    }

    private Optional<Watch> watch(Kind kind, Map<String, World.BoundProperty> watched) {
        int named = view.get(WarningForm.WATCHES, List.of()).size();
        if (kind == Kind.TOGETHER) {
            unused(WarningForm.TOLERANCE, kind);
            Optional<Duration> fresh = needed(view, WarningForm.FRESH, kind).flatMap(it -> Measured.time(it, findings));
            if (fresh.isEmpty() || watched.size() < named) return Optional.empty();
            Map<String, QualifiedId> properties = new LinkedHashMap<>();
            watched.forEach((name, bound) -> properties.put(name, bound.property().id()));
            return Optional.of(new Watch.Together(properties, fresh.get()));
        }
        unused(WarningForm.FRESH, kind);
        if (named > 1)
            findings.report(ONE_PROPERTY
                    .at(view.at(WarningForm.WATCHES))
                    .with("measure", word(kind))
                    .with("count", named));
        Optional<BigDecimal> tolerance = Optional.of(BigDecimal.ZERO);
        if (TOLERANT.contains(kind)) {
            tolerance = needed(view, WarningForm.TOLERANCE, kind)
                    .filter(_ -> watched.size() == 1)
                    .flatMap(it -> own(watched).in(it));
        } else unused(WarningForm.TOLERANCE, kind);
        if (named != 1 || watched.size() != 1 || tolerance.isEmpty()) return Optional.empty();
        return Optional.of(new Watch.Readings(
                only(watched).property().id(), measure(kind, tolerance.get())));
    }

    private static Measure measure(Kind kind, BigDecimal tolerance) {
        return switch (kind) {
            case ABOVE -> new Measure.Above();
            case BELOW -> new Measure.Below();
            case RISING -> new Measure.Rising();
            case FALLING -> new Measure.Falling();
            case CHANGING -> new Measure.Changing();
            case UNCHANGED -> new Measure.Unchanged(tolerance);
            case UNUSUAL -> new Measure.Unusual(tolerance);
            case STRANGE -> new Measure.Strange();
            case TOGETHER -> throw new IllegalStateException("`together` measures no single property");
        };
    }

    private List<Bound> levels(Kind kind, Map<String, World.BoundProperty> watched) {
        View declared = view.get(WarningForm.LEVELS).orElse(null);
        if (declared == null) return List.of();
        if (WarningForm.COLOURS.values().stream().noneMatch(declared::has))
            findings.report(NO_LEVEL.at(declared.node().anchor()));
        List<Bound> levels = new ArrayList<>();
        WarningForm.COLOURS.forEach((colour, key) -> declared.get(key)
                .flatMap(level -> level(colour, level, kind, watched))
                .ifPresent(levels::add));
        return levels;
    }

    private Optional<Bound> level(
            WarningColour colour, View level, Kind kind, Map<String, World.BoundProperty> watched) {
        Optional<Trigger> trigger =
                kind == Kind.TOGETHER ? condition(level, watched) : limits(level, kind, watched);
        Persistence raise = persistence(level, WarningForm.TIMES, WarningForm.LASTING);
        Persistence clear = persistence(level, WarningForm.CLEAR_TIMES, WarningForm.CLEAR_LASTING);
        Optional<Duration> confirm = level.get(WarningForm.CONFIRM).flatMap(it -> Measured.time(it, findings));
        if (trigger.isEmpty() || confirm.isEmpty() || !level.whole()) return Optional.empty();
        return Optional.of(new Bound(new Level(colour, trigger.get(), raise, clear, confirm.get()), level));
    }

    private Optional<Trigger> condition(View level, Map<String, World.BoundProperty> watched) {
        unused(level, WarningForm.RAISE, Kind.TOGETHER);
        unused(level, WarningForm.CLEAR, Kind.TOGETHER);
        Map<String, Type> variables = new LinkedHashMap<>();
        watched.forEach((name, bound) ->
                variables.put(name, new Type.NumberType(bound.property().unit(), false)));
        boolean allKnown = watched.size() == view.get(WarningForm.WATCHES, List.of()).size();
        Optional<Expr> holds = needed(level, WarningForm.WHEN, Kind.TOGETHER)
                .filter(_ -> allKnown)
                .flatMap(when -> new Expressions(world, draft).condition(when, variables));
        return holds.map(Trigger.Condition::new);
    }

    private Optional<Trigger> limits(View level, Kind kind, Map<String, World.BoundProperty> watched) {
        unused(level, WarningForm.WHEN, kind);
        Optional<Quantity> raise = needed(level, WarningForm.RAISE, kind);
        Optional<Quantity> clear = kind == Kind.UNCHANGED && !level.has(WarningForm.CLEAR)
                ? Optional.empty()
                : needed(level, WarningForm.CLEAR, kind);
        if (watched.size() != 1) return Optional.empty();
        Measured measured = measured(kind, watched);
        Optional<BigDecimal> raises = raise.flatMap(measured::in);
        Optional<BigDecimal> clears = clear.map(measured::in)
                .orElse(kind == Kind.UNCHANGED ? Optional.of(BigDecimal.ZERO) : Optional.empty());
        if (raises.isEmpty() || clears.isEmpty()) return Optional.empty();
        if (!isGraver(kind, raises.get(), clears.get())) {
            findings.report(CLEARS_BEFORE_RAISING
                    .at(level.at(WarningForm.CLEAR))
                    .with("clear", clear.map(Quantity::toString).orElse("0"))
                    .with("raise", raise)
                    .other(level.at(WarningForm.RAISE)));
            return Optional.empty();
        }
        checkReach(level, kind, raises.get(), only(watched));
        return Optional.of(new Trigger.Limits(raises.get(), clears.get()));
    }

    private void checkReach(View level, Kind kind, BigDecimal raise, World.BoundProperty property) {
        ObservedProperty observed = property.property();
        boolean above = kind == Kind.ABOVE && raise.compareTo(observed.most()) > 0;
        boolean below = kind == Kind.BELOW && raise.compareTo(observed.least()) < 0;
        if (above || below)
            findings.report(NEVER_REACHED
                    .at(level.at(WarningForm.RAISE))
                    .with("limit", level.get(WarningForm.RAISE))
                    .other(property.view().at(above ? ObservedForm.MOST : ObservedForm.LEAST)));
    }

    private void checkOrder(Kind kind, List<Bound> levels) {
        for (int i = 1; i < levels.size(); i++) {
            Bound graver = levels.get(i - 1);
            Bound lighter = levels.get(i);
            BigDecimal raise = graver.raise();
            BigDecimal lighterRaise = lighter.raise();
            if (raise != null && lighterRaise != null && isGraver(kind, lighterRaise, raise))
                findings.report(LEVELS_OUT_OF_ORDER
                        .at(graver.view().at(WarningForm.RAISE))
                        .with("graver", word(graver.level().colour()))
                        .with("lighter", word(lighter.level().colour()))
                        .with("raise", graver.view().get(WarningForm.RAISE))
                        .other(lighter.view().at(WarningForm.RAISE)));
            if (graver.level().confirm().compareTo(lighter.level().confirm()) > 0)
                findings.report(GRAVER_AND_SLOWER
                        .at(graver.view().at(WarningForm.CONFIRM))
                        .with("graver", word(graver.level().colour()))
                        .with("lighter", word(lighter.level().colour()))
                        .other(lighter.view().at(WarningForm.CONFIRM)));
        }
    }

    private Persistence persistence(View level, Key<Integer> times, Key<Quantity> lasting) {
        Duration length = level.get(lasting)
                .flatMap(it -> Measured.time(it, findings))
                .orElse(Duration.ZERO);
        return new Persistence(level.get(times, 1), length);
    }

    /// Limits in the unit in which the kind measures.
    private Measured measured(Kind kind, Map<String, World.BoundProperty> watched) {
        return switch (kind) {
            case ABOVE, BELOW -> own(watched);
            case RISING, FALLING, CHANGING -> {
                Measured own = own(watched);
                yield new Measured(findings, UNITS.quotient(own.unit(), HOUR), own.declared());
            }
            case UNCHANGED -> new Measured(findings, SECOND, view.at(WarningForm.MEASURE));
            case UNUSUAL, STRANGE, TOGETHER -> new Measured(findings, PURE, view.at(WarningForm.MEASURE));
        };
    }

    private Measured own(Map<String, World.BoundProperty> watched) {
        World.BoundProperty property = only(watched);
        return new Measured(
                findings, property.property().unit(), property.view().at(ObservedForm.UNIT));
    }

    private static World.BoundProperty only(Map<String, World.BoundProperty> watched) {
        return watched.values().iterator().next();
    }

    private <T> Optional<T> needed(View in, Key<T> key, Kind kind) {
        if (!in.has(key))
            findings.report(
                    NEEDS.at(in.node().anchor()).with("measure", word(kind)).with("key", key.name()));
        return in.get(key);
    }

    private void unused(Key<?> key, Kind kind) {
        unused(view, key, kind);
    }

    private void unused(View in, Key<?> key, Kind kind) {
        if (in.has(key))
            findings.report(
                    SAYS_NOTHING.at(in.keyAt(key)).with("measure", word(kind)).with("key", key.name()));
    }

    private static boolean isGraver(Kind kind, BigDecimal one, BigDecimal other) {
        return kind == Kind.BELOW ? one.compareTo(other) < 0 : one.compareTo(other) > 0;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
