package org.luoshi.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a sender says that a sensor measured; nothing of it has been looked at yet.
///
/// @param phenomenonTime when it was so, by the sender's clock
/// @param resultTime when the result was made, where that is said
/// @param feature what it says something about; null: the place of the datastream's thing
public record Reading(
        long datastream,
        Instant phenomenonTime,
        @Nullable Instant resultTime,
        Measured result,
        @Nullable Long feature,
        Further further) {

    public Reading(long datastream, Instant phenomenonTime, @Nullable Instant resultTime, Measured result) {
        this(datastream, phenomenonTime, resultTime, result, null, Further.NOTHING);
    }

    public Reading(long datastream, Instant phenomenonTime, double amount) {
        this(datastream, phenomenonTime, null, new Measured.Amount(amount));
    }
}
