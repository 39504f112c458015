package org.luoshi.indicator;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;

/// What a check of stored figures looks at.
///
/// @param indicators empty for all
/// @param since only periods that end on this day or later; null for all
public record CheckScope(Set<QualifiedId> indicators, @Nullable LocalDate since) {

    public static final CheckScope ALL = new CheckScope(Set.of(), null);

    public CheckScope {
        indicators = Set.copyOf(indicators);
    }
}
