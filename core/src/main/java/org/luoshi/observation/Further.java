package org.luoshi.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What most readings do not say.
///
/// @param phenomenonEnd where the phenomenon is a span of time; not before its beginning
/// @param resultQuality JSON as sent
/// @param parameters a JSON object as sent
/// @param revises id of the first version of an observation of which this is a later one
public record Further(
        @Nullable Instant phenomenonEnd,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String resultQuality,
        @Nullable String parameters,
        @Nullable Long revises) {

    public static final Further NOTHING = new Further(null, null, null, null, null, null);

    public Further revising(long observation) {
        return new Further(phenomenonEnd, validFrom, validUntil, resultQuality, parameters, observation);
    }
}
