package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_FIELD;

import java.util.Optional;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.pack.Field;

/// Registers and their fields by name, as samples, tests and plans name them.
final class Named {

    private final World world;
    private final Draft draft;

    Named(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    Optional<World.BoundEntity> entity(Scalar name) {
        return world.references()
                .resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, world.findings())
                .map(id -> world.entities().get(id));
    }

    /// The field, or empty: then what is wrong has been told, here or where the field is declared.
    Optional<Field> field(World.BoundEntity entity, Scalar name) {
        if (entity.broken().contains(name.text())) return Optional.empty();
        Optional<Field> field = entity.entity().field(name.text());
        boolean fieldsRead = entity.generated()
                || entity.file()
                        .view()
                        .map(v -> v.has(EntityForm.FIELDS) && !v.broken(EntityForm.FIELDS))
                        .orElse(false);
        if (field.isEmpty() && fieldsRead) {
            world.findings()
                    .report(UNKNOWN_FIELD
                            .at(name.span())
                            .with("field", name.text())
                            .with("entity", entity.entity().id().name())
                            .with("members", Members.of(entity.names(), name.text()))
                            .with(
                                    "meant",
                                    Members.meant(name.text(), entity.names())));
        }
        return field;
    }
}
