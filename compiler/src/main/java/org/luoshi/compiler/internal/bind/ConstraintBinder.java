package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.EntityMistakes.REQUIRED_CIRCLE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_FIELD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Constraint;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.QualifiedId;

/// What needs all registers to be known: rules over their records, and circles of references.
final class ConstraintBinder {

    private final World world;

    ConstraintBinder(World world) {
        this.world = world;
    }

    void bind() {
        Map<QualifiedId, World.BoundEntity> bound = new HashMap<>();
        world.entities().forEach((id, e) -> bound.put(id, withConstraints(e)));
        world.entities().replaceAll((id, e) -> bound.get(id));
        refuseRequiredCircles();
    }

    private World.BoundEntity withConstraints(World.BoundEntity bound) {
        Entity entity = bound.entity();
        Expressions expressions =
                new Expressions(world, Known.in(world.packs(), entity.id().pack()));
        List<Constraint> constraints = new ArrayList<>();
        List<Listed<View>> declared =
                bound.file().view().flatMap(v -> v.get(EntityForm.CONSTRAINTS)).orElse(List.of());
        for (Listed<View> rule : declared) {
            View view = rule.value();
            Optional<Scalar> field = view.get(EntityForm.AT_FIELD).filter(f -> known(bound, f));
            view.get(EntityForm.CHECK)
                    .flatMap(check -> expressions.record(check, bound))
                    .ifPresent(check -> constraints.add(new Constraint(
                            check,
                            view.get(EntityForm.MESSAGE, Text.EMPTY),
                            field.map(Scalar::text).orElse(null))));
        }
        Entity complete = new Entity(
                entity.id(),
                entity.title(),
                entity.plural(),
                entity.key(),
                entity.label(),
                entity.unit(),
                entity.fields(),
                constraints,
                entity.indexes(),
                entity.list(),
                entity.renamed());
        return new World.BoundEntity(complete, bound.fields(), bound.broken(), bound.file());
    }

    private boolean known(World.BoundEntity bound, Scalar field) {
        if (bound.fields().containsKey(field.text()) || bound.broken().contains(field.text())) return true;
        world.findings()
                .report(UNKNOWN_FIELD
                        .at(field.span())
                        .with("field", field.text())
                        .with("entity", bound.entity().id().name())
                        .with("members", Members.of(bound.fields().keySet(), field.text()))
                        .with(
                                "meant",
                                Members.meant(field.text(), bound.fields().keySet())));
        return false;
    }

    /// If each record of A must name one of B and each of B one of A, neither can be the first.
    private void refuseRequiredCircles() {
        Map<QualifiedId, TreeSet<QualifiedId>> needs = new HashMap<>();
        world.entities().forEach((id, bound) -> {
            for (Field field : bound.entity().fields()) {
                if (field.required() && field.type() instanceof ReferenceType(var to)) {
                    needs.computeIfAbsent(id, unused -> new TreeSet<>()).add(to);
                }
            }
        });
        for (List<QualifiedId> circle : Circles.in(needs)) {
            Finding finding = null;
            for (int i = 0; i < circle.size(); i++) {
                World.BoundEntity from = Known.in(world.entities(), circle.get(i));
                QualifiedId to = circle.get((i + 1) % circle.size());
                String field = from.entity().fields().stream()
                        .filter(f -> f.required() && f.type().equals(new ReferenceType(to)))
                        .findFirst()
                        .orElseThrow()
                        .id();
                finding = finding == null
                        ? REQUIRED_CIRCLE.at(from.at(field)).with("circle", Text.same(Reference.circle(circle)))
                        : finding.other(from.at(field));
            }
            if (finding != null) world.findings().report(finding);
        }
    }
}
