package org.luoshi.register.internal.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;

/// From the name of a database constraint back to the field it is about.
public final class RuleNames {

    private RuleNames() {}

    /// @return null where the constraint is not of this entity or about no single field
    public static @Nullable String field(Entity entity, String constraint) {
        Optional<Rule> rule = new WantedTable(entity)
                .rules().stream().filter(r -> r.name().equals(constraint)).findFirst();
        return rule.map(r -> r.subject().substring(entity.id().toString().length()))
                .filter(s -> s.startsWith("."))
                .map(s -> s.substring(1))
                .orElse(null);
    }
}
