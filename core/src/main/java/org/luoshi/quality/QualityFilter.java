package org.luoshi.quality;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck.Kind;
import org.luoshi.quality.QualityItem.State;

/// Which items are wanted.
///
/// @param unit only those of it and of the units under it; null for all
/// @param entities only those of these registers; empty for all
public record QualityFilter(
        @Nullable String unit, @Nullable Kind kind, @Nullable State state, Set<QualifiedId> entities) {

    public QualityFilter {
        entities = Set.copyOf(entities);
    }
}
