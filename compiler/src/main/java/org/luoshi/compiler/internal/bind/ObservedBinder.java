package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.WarningMistakes.LEAST_NOT_BELOW_MOST;

import java.math.BigDecimal;
import java.util.Optional;
import org.luoshi.compiler.internal.form.ObservedForm;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.ObservedProperty;

/// One observed property.
final class ObservedBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;

    ObservedBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
    }

    void bind() {
        UnitOfMeasure unit = view.get(ObservedForm.UNIT).orElse(null);
        if (unit == null) return;
        Measured measured = new Measured(world.findings(), unit, view.at(ObservedForm.UNIT));
        Optional<BigDecimal> least = view.get(ObservedForm.LEAST).flatMap(measured::in);
        Optional<BigDecimal> most = view.get(ObservedForm.MOST).flatMap(measured::in);
        if (least.isEmpty() || most.isEmpty()) return;
        if (least.get().compareTo(most.get()) >= 0) {
            world.findings()
                    .report(LEAST_NOT_BELOW_MOST
                            .at(view.at(ObservedForm.LEAST))
                            .with("least", view.get(ObservedForm.LEAST))
                            .with("most", view.get(ObservedForm.MOST))
                            .other(view.at(ObservedForm.MOST)));
            return;
        }
        QualifiedId id = new QualifiedId(draft.id(), file.name());
        world.properties()
                .put(
                        id,
                        new World.BoundProperty(
                                new ObservedProperty(
                                        id, view.get(ObservedForm.TITLE, Text.EMPTY), unit, least.get(), most.get()),
                                view));
    }
}
