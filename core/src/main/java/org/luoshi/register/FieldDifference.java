package org.luoshi.register;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A field about which two writers may disagree.
///
/// @param base what both started from
/// @param mine what this writer wants
/// @param theirs what somebody else has made of it meanwhile
public record FieldDifference(String field, @Nullable Object base, @Nullable Object mine, @Nullable Object theirs) {

    /// Both changed it, and not to the same.
    public boolean clash() {
        return !Objects.equals(base, mine) && !Objects.equals(base, theirs) && !Objects.equals(mine, theirs);
    }
}
