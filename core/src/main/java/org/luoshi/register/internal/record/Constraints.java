package org.luoshi.register.internal.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.register.FieldError;

/// The entity's own rules, evaluated in the JVM.
final class Constraints {

    private final Entity entity;

    Constraints(Entity entity, Setting setting) {
        this.entity = entity;
    }

    /// Rules that the values break; unknown counts as kept.
    List<FieldError> broken(Map<String, @Nullable Object> values) {
        return List.of();
    }
}
