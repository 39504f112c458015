package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_FIELD;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.ENTITY_NOT_USED;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.WHICH_ENTITY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.pack.QualifiedId;

/// A key of an indicator that names one field, or one for each register its formula uses.
final class FieldChoice {

    private final World world;
    private final Draft draft;
    private final View view;

    FieldChoice(World world, Draft draft, View view) {
        this.world = world;
        this.draft = draft;
        this.view = view;
    }

    /// The named field of each entity; what does not exist has been told.
    Map<QualifiedId, Scalar> of(Key<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> key, Set<QualifiedId> entities) {
        Map<QualifiedId, Scalar> chosen = new HashMap<>();
        Optional<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> written = view.get(key);
        if (written.isEmpty()) return chosen;
        written.get().single().ifPresent(field -> {
            if (entities.size() > 1) {
                List<String> names = entities.stream().sorted().map(this::shown).toList();
                world.findings()
                        .report(WHICH_ENTITY
                                .at(field.span())
                                .with("members", Members.list(names))
                                .with("key", key.name()));
            } else {
                entities.forEach(entity -> field(entity, field).ifPresent(f -> chosen.put(entity, f)));
            }
        });
        written.get()
                .wide()
                .ifPresent(byEntity -> byEntity.forEach((name, field) -> world.references()
                        .resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, world.findings())
                        .ifPresent(entity -> {
                            if (!entities.contains(entity)) {
                                world.findings()
                                        .report(ENTITY_NOT_USED.at(name.span()).with("entity", name.text()));
                            } else {
                                field(entity, field.value()).ifPresent(f -> chosen.put(entity, f));
                            }
                        })));
        return chosen;
    }

    private String shown(QualifiedId id) {
        return id.pack().equals(draft.id()) ? id.name() : id.toString();
    }

    private Optional<Scalar> field(QualifiedId entity, Scalar name) {
        World.BoundEntity bound = world.entities().get(entity);
        if (bound == null || bound.broken().contains(name.text())) return Optional.empty();
        if (bound.names().contains(name.text())) return Optional.of(name);
        world.findings()
                .report(UNKNOWN_FIELD
                        .at(name.span())
                        .with("field", name.text())
                        .with("entity", entity.name())
                        .with("members", Members.of(bound.names(), name.text()))
                        .with("meant", Members.meant(name.text(), bound.names())));
        return Optional.empty();
    }

    /// Fields of the entity with a type that passes, for "choose from".
    static List<String> fieldsOf(World.BoundEntity bound, Set<String> types) {
        return bound.names().stream()
                .filter(name -> bound.type(name).filter(types::contains).isPresent())
                .toList();
    }
}
