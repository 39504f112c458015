package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.IndicatorForm.ACCUMULATE;
import static org.luoshi.compiler.internal.form.IndicatorForm.BASIS;
import static org.luoshi.compiler.internal.form.IndicatorForm.DATE;
import static org.luoshi.compiler.internal.form.IndicatorForm.DECIMALS;
import static org.luoshi.compiler.internal.form.IndicatorForm.DENOMINATOR;
import static org.luoshi.compiler.internal.form.IndicatorForm.DIRECTION;
import static org.luoshi.compiler.internal.form.IndicatorForm.FROM;
import static org.luoshi.compiler.internal.form.IndicatorForm.MISSING;
import static org.luoshi.compiler.internal.form.IndicatorForm.NOTE;
import static org.luoshi.compiler.internal.form.IndicatorForm.NUMERATOR;
import static org.luoshi.compiler.internal.form.IndicatorForm.PER;
import static org.luoshi.compiler.internal.form.IndicatorForm.RANGE;
import static org.luoshi.compiler.internal.form.IndicatorForm.SOURCE;
import static org.luoshi.compiler.internal.form.IndicatorForm.TITLE;
import static org.luoshi.compiler.internal.form.IndicatorForm.TO;
import static org.luoshi.compiler.internal.form.IndicatorForm.UNIT;
import static org.luoshi.compiler.internal.form.IndicatorForm.UNIT_FIELD;
import static org.luoshi.compiler.internal.form.IndicatorForm.UNTIL;
import static org.luoshi.compiler.internal.form.IndicatorForm.VALUE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LEAST_ABOVE_MOST;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.CONSTANT_FORMULA;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.DATE_IS_NO_DATE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.FACT_KEY_ON_DERIVED;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.HALF_RATE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_DATE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_FORMULA;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_RANGE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_UNIT_FIELD;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_UNIT_KIND;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_UNTIL;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.PERIOD_COUNT;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.RANGE_UNUSED;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.RATE_NOT_PURE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.TWO_FORMULAS;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNTIL_UNUSED;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.Indicator.Direction;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.MissingPolicy;
import org.luoshi.pack.Indicator.Timing;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Rates;
import org.luoshi.pack.expression.Type;

/// One indicator: its formula, and how the records it counts are placed in time and among units.
final class IndicatorBinder {

    private static final Set<String> DATES = Set.of("date", "moment");
    private static final Pattern AGGREGATE = Pattern.compile(
            "\\b(count|sum|mean|min|max|distinct|median|weightedMean|percentile|first|last)\\s*\\(");
    private static final UnitOfMeasure PURE =
            UnitsOfMeasure.standard().find("1").orElseThrow();

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final Expressions expressions;

    IndicatorBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.expressions = new Expressions(world, draft);
    }

    void bind() {
        Optional<Indicator.Range> range = range();
        Set<UnitKind> kinds = new LinkedHashSet<>();
        Set<PeriodKind> periods = new LinkedHashSet<>();
        for (Listed<Object> member : view.get(PER, List.of())) {
            if (member.value() instanceof UnitKind kind) kinds.add(kind);
            if (member.value() instanceof PeriodKind kind) periods.add(kind);
        }
        checkPer(kinds, periods);
        QualifiedId id = new QualifiedId(draft.id(), file.name());
        UnitOfMeasure unit = view.get(UNIT, PURE);
        Optional<Indicator> bound = formula(unit)
                .filter(f -> periods.size() == 1 && view.whole())
                .map(formula -> new Indicator(
                        id,
                        view.get(TITLE, Text.EMPTY),
                        unit,
                        view.get(DIRECTION, Direction.UP),
                        range.orElse(null),
                        kinds,
                        periods.iterator().next(),
                        view.get(BASIS, Basis.ADMINISTRATIVE),
                        formula,
                        view.get(MISSING, MissingPolicy.UNKNOWN),
                        view.get(DECIMALS, 0),
                        view.get(SOURCE, Text.EMPTY),
                        view.get(NOTE).orElse(null)));
        world.indicators().put(id, new World.BoundIndicator(bound, view, file));
    }

    private Optional<Indicator.Range> range() {
        Optional<View> range = view.get(RANGE);
        Optional<Direction> direction = view.get(DIRECTION);
        if (direction.isPresent() && direction.get() == Direction.RANGE && !view.has(RANGE)) {
            findings.report(NO_RANGE.at(view.at(DIRECTION)));
        } else if (direction.isPresent() && direction.get() != Direction.RANGE && view.has(RANGE)) {
            findings.report(RANGE_UNUSED.at(view.keyAt(RANGE)).other(view.at(DIRECTION)));
        }
        if (range.isEmpty() || !range.get().whole()) return Optional.empty();
        BigDecimal from = range.get().get(FROM, BigDecimal.ZERO);
        BigDecimal to = range.get().get(TO, BigDecimal.ZERO);
        if (from.compareTo(to) > 0) {
            findings.report(LEAST_ABOVE_MOST
                    .at(range.get().at(FROM))
                    .with("least", from.toPlainString())
                    .with("most", to.toPlainString())
                    .other(range.get().at(TO)));
        }
        return Optional.of(new Indicator.Range(from, to));
    }

    private void checkPer(Set<UnitKind> kinds, Set<PeriodKind> periods) {
        if (!view.has(PER) || view.broken(PER)) return;
        boolean allRead = view.node().find(PER.name()).stream()
                .anyMatch(e -> e.value() instanceof Node.Items items
                        && items.items().size() == view.get(PER, List.of()).size());
        if (!allRead) return;
        if (periods.size() != 1) {
            findings.report(PERIOD_COUNT
                    .at(view.at(PER))
                    .with("count", periods.size())
                    .with(
                            "members",
                            Members.list(Arrays.stream(PeriodKind.values())
                                    .map(PeriodKind::id)
                                    .toList())));
        }
        if (kinds.isEmpty()) {
            findings.report(NO_UNIT_KIND
                    .at(view.at(PER))
                    .with(
                            "members",
                            Members.list(Arrays.stream(UnitKind.values())
                                    .map(UnitKind::id)
                                    .toList())));
        }
    }

    private Optional<Formula> formula(UnitOfMeasure unit) {
        boolean value = view.has(VALUE);
        boolean above = view.has(NUMERATOR);
        boolean below = view.has(DENOMINATOR);
        if (value && (above || below)) {
            Key<?> other = above ? NUMERATOR : DENOMINATOR;
            findings.report(TWO_FORMULAS
                    .at(view.keyAt(VALUE))
                    .with("other", other.name())
                    .other(view.keyAt(other)));
            return Optional.empty();
        }
        if (!value && !above && !below) {
            findings.report(NO_FORMULA.at(file.whole()));
            return Optional.empty();
        }
        if (above != below) {
            Key<?> present = above ? NUMERATOR : DENOMINATOR;
            Key<?> absent = above ? DENOMINATOR : NUMERATOR;
            findings.report(HALF_RATE
                    .at(view.keyAt(present))
                    .with("present", present.name())
                    .with("absent", absent.name()));
            return Optional.empty();
        }
        if (view.broken(UNIT) || !view.has(UNIT)) return Optional.empty();
        return value ? single(unit) : rate(unit);
    }

    private Optional<Formula> single(UnitOfMeasure unit) {
        Optional<Scalar> source = view.get(VALUE);
        if (source.isEmpty()) return Optional.empty();
        boolean facts = AGGREGATE.matcher(source.get().text()).find();
        Optional<Expr> checked =
                facts ? expressions.facts(source.get(), unit) : expressions.derived(source.get(), unit);
        if (checked.isEmpty()) return Optional.empty();
        ExprWalk walk = ExprWalk.of(checked.get());
        if (walk.entities().isEmpty() && walk.indicators().isEmpty()) {
            findings.report(CONSTANT_FORMULA.at(source.get().span()));
            return Optional.empty();
        }
        if (facts) return facts(checked.get(), null, BigDecimal.ONE, walk.entities());
        for (Key<?> key : List.<Key<?>>of(DATE, ACCUMULATE, UNTIL, UNIT_FIELD)) {
            if (view.has(key))
                findings.report(FACT_KEY_ON_DERIVED.at(view.keyAt(key)).with("key", key.name()));
        }
        return Optional.of(new Formula.Derived(checked.get(), List.copyOf(walk.indicators())));
    }

    private Optional<Formula> rate(UnitOfMeasure unit) {
        Optional<Expr> above = view.get(NUMERATOR).flatMap(expressions::part);
        Optional<Expr> below = view.get(DENOMINATOR).flatMap(expressions::part);
        if (above.isEmpty() || below.isEmpty()) return Optional.empty();
        Optional<BigDecimal> factor = Rates.factor(above.get(), below.get(), unit);
        if (factor.isEmpty()) {
            String quotient = above.get().type() instanceof Type.NumberType a
                            && below.get().type() instanceof Type.NumberType b
                    ? UnitsOfMeasure.standard().quotient(a.unit(), b.unit()).symbol()
                    : "?";
            findings.report(RATE_NOT_PURE
                    .at(view.at(UNIT))
                    .with("quotient", Text.same("`" + quotient + "`"))
                    .with("unit", unit.symbol())
                    .other(view.at(NUMERATOR))
                    .other(view.at(DENOMINATOR)));
            return Optional.empty();
        }
        Set<QualifiedId> entities = new LinkedHashSet<>(ExprWalk.of(above.get()).entities());
        entities.addAll(ExprWalk.of(below.get()).entities());
        if (entities.isEmpty()) {
            findings.report(CONSTANT_FORMULA.at(view.at(NUMERATOR)));
            return Optional.empty();
        }
        return facts(above.get(), below.get(), factor.get(), entities);
    }

    private Optional<Formula> facts(Expr above, @Nullable Expr below, BigDecimal factor, Set<QualifiedId> entities) {
        Accumulate accumulate = view.get(ACCUMULATE, Accumulate.WITHIN);
        boolean standing = accumulate == Accumulate.STANDING;
        FieldChoice choice = new FieldChoice(world, draft, view);
        Map<QualifiedId, Scalar> dates = choice.of(DATE, entities);
        Map<QualifiedId, Scalar> ends = choice.of(UNTIL, entities);
        Map<QualifiedId, Scalar> units = choice.of(UNIT_FIELD, entities);
        if (view.has(UNTIL) && !standing && !view.broken(ACCUMULATE))
            findings.report(UNTIL_UNUSED.at(view.keyAt(UNTIL)));
        if (standing && !view.has(UNTIL)) findings.report(NO_UNTIL.at(view.at(ACCUMULATE)));
        dates.forEach(this::checkDate);
        ends.forEach(this::checkDate);
        Map<QualifiedId, Timing> timing = new HashMap<>();
        Map<QualifiedId, String> unitField = new HashMap<>();
        for (QualifiedId entity : entities) {
            World.BoundEntity bound = world.entities().get(entity);
            if (bound == null) continue;
            Scalar date = dates.get(entity);
            Scalar end = ends.get(entity);
            if (date != null) timing.put(entity, new Timing(date.text(), accumulate, end == null ? null : end.text()));
            if (!view.has(DATE)) {
                findings.report(NO_DATE.at(file.whole())
                        .with("entity", entity.name())
                        .with(
                                "members",
                                Optional.of(FieldChoice.fieldsOf(bound, DATES))
                                        .filter(f -> !f.isEmpty())
                                        .map(Members::list)));
            }
            unitField(entity, bound, units).ifPresent(f -> unitField.put(entity, f));
        }
        return Optional.of(new Formula.OverFacts(above, below, factor, timing, unitField));
    }

    private Optional<String> unitField(QualifiedId entity, World.BoundEntity bound, Map<QualifiedId, Scalar> chosen) {
        Scalar named = chosen.get(entity);
        if (named != null) return Optional.of(named.text());
        String own = bound.entity().unit();
        if (own != null) return Optional.of(own);
        boolean told = view.has(UNIT_FIELD)
                || bound.file().view().map(v -> v.has(EntityForm.UNIT)).orElse(true);
        if (!told) {
            findings.report(NO_UNIT_FIELD
                    .at(file.whole())
                    .with("entity", entity.name())
                    .other(bound.file().whole()));
        }
        return Optional.empty();
    }

    private void checkDate(QualifiedId entity, Scalar named) {
        World.BoundEntity bound = Known.in(world.entities(), entity);
        String type = bound.type(named.text()).orElse("date");
        if (!DATES.contains(type)) {
            findings.report(DATE_IS_NO_DATE
                    .at(named.span())
                    .with("field", named.text())
                    .with("type", type)
                    .with(
                            "members",
                            Optional.of(FieldChoice.fieldsOf(bound, DATES))
                                    .filter(f -> !f.isEmpty())
                                    .map(Members::list))
                    .other(bound.typeAt(named.text())));
        }
    }
}
