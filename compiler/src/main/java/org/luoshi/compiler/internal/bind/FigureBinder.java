package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.FocusForm.BASELINE;
import static org.luoshi.compiler.internal.form.FocusForm.BY;
import static org.luoshi.compiler.internal.form.FocusForm.FIGURE_UNIT;
import static org.luoshi.compiler.internal.form.FocusForm.INDICATOR;
import static org.luoshi.compiler.internal.form.FocusForm.ON;
import static org.luoshi.compiler.internal.form.FocusForm.PATH;
import static org.luoshi.compiler.internal.form.FocusForm.TARGET;
import static org.luoshi.compiler.internal.form.FocusForm.TARGET_STATED;
import static org.luoshi.compiler.internal.form.FocusForm.VALUE;
import static org.luoshi.compiler.internal.form.PlanForms.STATED;
import static org.luoshi.compiler.internal.form.PlanForms.TO;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_INDICATOR;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.BASELINE_LATE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.BINARY_TARGET;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.FIGURE_UNIT_KIND;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.PATH_BACKWARDS;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.PATH_ORDER;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.PATH_OUTSIDE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.TARGET_AGAINST_DIRECTION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Direction;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;

/// A promised number: its unit, baseline, target and path agree with the indicator and the commitment's period.
final class FigureBinder {

    private final World world;
    private final Draft draft;
    private final Findings findings;

    FigureBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    Optional<Plan.Figure> bind(View view, Optional<View> period) {
        Optional<QualifiedId> id = view.get(INDICATOR)
                .flatMap(name ->
                        world.references().resolve(draft, name, IndicatorForm.CONSTRUCT, UNKNOWN_INDICATOR, findings));
        Optional<String> unit = view.get(FIGURE_UNIT).flatMap(world::unit);
        Optional<World.BoundIndicator> bound = id.map(world.indicators()::get);
        Optional<Indicator> indicator = bound.flatMap(World.BoundIndicator::indicator);
        if (indicator.isPresent())
            checkUnit(view, indicator.get(), bound.get().view(), unit.flatMap(world::unit));
        Optional<View> baseline = view.get(BASELINE);
        Plan.Point start = new Plan.Point(
                baseline.flatMap(b -> b.get(ON)).orElse(LocalDate.EPOCH),
                baseline.flatMap(b -> b.get(VALUE)).orElse(BigDecimal.ZERO));
        baseline.filter(b -> b.get(ON).isPresent()).ifPresent(b -> period.ifPresent(p -> checkBaseline(b, start, p)));
        Optional<BigDecimal> target = view.get(TARGET);
        if (indicator.isPresent()
                && target.isPresent()
                && baseline.filter(View::whole).isPresent()) {
            checkTarget(view, baseline.get(), indicator.get(), start.value(), target.get());
        }
        List<Plan.Point> path =
                path(view, period, indicator, baseline.filter(View::whole).map(b -> start.value()));
        if (id.isEmpty()) return Optional.empty();
        return Optional.of(new Plan.Figure(
                id.get(),
                unit.orElse(""),
                start,
                baseline.map(b -> b.get(STATED, false)).orElse(false),
                target.orElse(BigDecimal.ZERO),
                view.get(TARGET_STATED, false),
                path));
    }

    private void checkUnit(View view, Indicator indicator, View declared, Optional<Unit> unit) {
        if (unit.isEmpty() || indicator.per().contains(unit.get().kind())) return;
        findings.report(FIGURE_UNIT_KIND
                .at(view.at(FIGURE_UNIT))
                .with("indicator", indicator.id().name())
                .with("unit", unit.get().id())
                .with("kind", unit.get().kind().label())
                .other(declared.at(IndicatorForm.PER)));
    }

    private void checkBaseline(View baseline, Plan.Point start, View period) {
        LocalDate deadline = PlanBinder.span(period).to();
        if (start.by().isBefore(deadline)) return;
        findings.report(BASELINE_LATE
                .at(baseline.at(ON))
                .with("on", start.by())
                .with("deadline", deadline)
                .other(period.at(TO)));
    }

    private void checkTarget(View view, View baseline, Indicator indicator, BigDecimal from, BigDecimal target) {
        if (indicator.direction() == Direction.BINARY) {
            if (target.compareTo(BigDecimal.ZERO) != 0 && target.compareTo(BigDecimal.ONE) != 0) {
                findings.report(BINARY_TARGET
                        .at(view.at(TARGET))
                        .with("indicator", indicator.id().name())
                        .with("target", target.toPlainString()));
            }
            return;
        }
        if (!against(indicator.direction(), from, target)) return;
        findings.report(TARGET_AGAINST_DIRECTION
                .at(view.at(TARGET))
                .with("target", withUnit(target, indicator))
                .with("baseline", withUnit(from, indicator))
                .with("indicator", indicator.id().name())
                .with("direction", words(indicator.direction()))
                .other(baseline.at(VALUE)));
    }

    private List<Plan.Point> path(
            View view, Optional<View> period, Optional<Indicator> indicator, Optional<BigDecimal> start) {
        List<Plan.Point> path = new ArrayList<>();
        @Nullable View previous = null;
        Optional<BigDecimal> before = start;
        for (Listed<View> listed : view.get(PATH, List.of())) {
            View point = listed.value();
            Optional<LocalDate> by = point.get(BY);
            Optional<BigDecimal> value = point.get(VALUE);
            Optional<LocalDate> last = previous == null ? Optional.empty() : previous.get(BY);
            if (previous != null && by.isPresent() && last.isPresent() && !by.get().isAfter(last.get())) {
                findings.report(PATH_ORDER
                        .at(point.at(BY))
                        .with("by", by.get())
                        .with("before", last.get())
                        .other(previous.at(BY)));
            } else if (by.isPresent() && period.isPresent()) {
                checkInside(point, by.get(), period.get());
            }
            if (indicator.isPresent()
                    && value.isPresent()
                    && before.isPresent()
                    && against(indicator.get().direction(), before.get(), value.get())) {
                View from = previous == null ? view.get(BASELINE).orElse(point) : previous;
                findings.report(PATH_BACKWARDS
                        .at(point.at(VALUE))
                        .with("before", withUnit(before.get(), indicator.get()))
                        .with("value", withUnit(value.get(), indicator.get()))
                        .with("indicator", indicator.get().id().name())
                        .with("direction", words(indicator.get().direction()))
                        .other(from.at(VALUE)));
            }
            path.add(new Plan.Point(by.orElse(LocalDate.EPOCH), value.orElse(BigDecimal.ZERO)));
            before = value.or(() -> Optional.empty());
            previous = point;
        }
        return path;
    }

    private void checkInside(View point, LocalDate by, View period) {
        Plan.Span span = PlanBinder.span(period);
        if (!by.isBefore(span.from()) && !by.isAfter(span.to())) return;
        findings.report(PATH_OUTSIDE
                .at(point.at(BY))
                .with("by", by)
                .with("from", span.from())
                .with("to", span.to())
                .other(period.at(TO)));
    }

    private static boolean against(Direction direction, BigDecimal from, BigDecimal to) {
        return switch (direction) {
            case UP, CUMULATIVE -> to.compareTo(from) < 0;
            case DOWN -> to.compareTo(from) > 0;
            case RANGE, BINARY -> false;
        };
    }

    private static String withUnit(BigDecimal value, Indicator indicator) {
        String symbol = indicator.unit().symbol();
        return symbol.equals("1") ? value.toPlainString() : value.toPlainString() + " " + symbol;
    }

    private static Text words(Direction direction) {
        return switch (direction) {
            case UP -> new Text("越高越好", "more is better");
            case CUMULATIVE -> new Text("是累计数，只会增加", "figures only add up");
            case DOWN -> new Text("越低越好", "less is better");
            case RANGE -> new Text("应在区间内", "a range is wanted");
            case BINARY -> new Text("是或否", "it is yes or no");
        };
    }
}
