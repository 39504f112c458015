package org.luoshi.audit;

import org.jspecify.annotations.Nullable;

/// Outcome of walking the chain.
///
/// @param entries how many were read
/// @param brokenAt number of the first entry that does not follow from the one before, or null
public record Verification(long entries, @Nullable Long brokenAt) {

    public boolean intact() {
        return brokenAt == null;
    }
}
