package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.INDICATOR_CYCLE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.INPUT_OTHER_BASIS;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.INPUT_OTHER_KIND;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.INPUT_OTHER_PERIOD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.QualifiedId;

/// Indicators computed from others: no circles, and the same units, periods and basis on both sides.
final class DerivedIndicators {

    private final World world;

    DerivedIndicators(World world) {
        this.world = world;
    }

    void check() {
        Map<QualifiedId, List<QualifiedId>> uses = new HashMap<>();
        world.indicators()
                .forEach((id, bound) -> bound.indicator().ifPresent(indicator -> {
                    if (indicator.formula() instanceof Formula.Derived(var unused, var inputs)) {
                        uses.put(id, inputs);
                        inputs.forEach(input -> checkInput(bound, indicator, input));
                    }
                }));
        for (List<QualifiedId> circle : Circles.in(uses)) {
            Finding finding =
                    INDICATOR_CYCLE.at(at(circle.getFirst())).with("circle", Text.same(Reference.circle(circle)));
            circle.stream().skip(1).forEach(id -> finding.other(at(id)));
            world.findings().report(finding);
        }
    }

    private Span at(QualifiedId id) {
        return Known.in(world.indicators(), id).view().at(IndicatorForm.VALUE);
    }

    private void checkInput(World.BoundIndicator bound, Indicator ours, QualifiedId input) {
        World.BoundIndicator other = world.indicators().get(input);
        if (other == null || other.indicator().isEmpty()) return;
        Indicator theirs = other.indicator().get();
        if (theirs.period() != ours.period()) {
            world.findings()
                    .report(INPUT_OTHER_PERIOD
                            .at(bound.view().at(IndicatorForm.VALUE))
                            .with("input", input.name())
                            .with("theirs", theirs.period().label())
                            .with("ours", ours.period().label())
                            .other(other.view().at(IndicatorForm.PER)));
        }
        if (theirs.basis() != ours.basis()) {
            world.findings()
                    .report(INPUT_OTHER_BASIS
                            .at(bound.view().at(IndicatorForm.VALUE))
                            .with("input", input.name())
                            .with("theirs", theirs.basis().label())
                            .with("ours", ours.basis().label())
                            .other(other.view().at(IndicatorForm.BASIS)));
        }
        for (UnitKind kind : ours.per()) {
            if (theirs.per().contains(kind)) continue;
            world.findings()
                    .report(INPUT_OTHER_KIND
                            .at(bound.view().at(IndicatorForm.PER))
                            .with("input", input.name())
                            .with("kind", kind.id())
                            .other(other.view().at(IndicatorForm.PER)));
        }
    }
}
