package org.luoshi.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored reading.
///
/// @param id its place in the log
/// @param knownAt when it was stored; one moment for all that were committed together
/// @param feature what it says something about; null where the thing has no place
/// @param amount null where the result is no number
/// @param words the result where it is no number
/// @param document the result where it is a truth value, a list or an object, as JSON
public record Observation(
        long id,
        long datastream,
        Instant phenomenonTime,
        @Nullable Instant resultTime,
        Instant knownAt,
        @Nullable Long feature,
        @Nullable Double amount,
        @Nullable String words,
        @Nullable String document,
        Quality quality,
        Further further) {

    /// What it is called outside: the id of its first version.
    public long subject() {
        Long revises = further.revises();
        return revises == null ? id : revises;
    }
}
