package org.luoshi.indicator;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From where figures are looked at: what was known, and who belongs to whom.
///
/// @param asOf moment whose facts, packs and units count; null for the present
/// @param basis day whose units hold for all periods 可比口径, as known at the moment; null where each period has the units
///     of its own last day
public record Viewpoint(@Nullable Instant asOf, @Nullable LocalDate basis) {

    public static Viewpoint asOf(@Nullable Instant moment) {
        return new Viewpoint(moment, null);
    }
}
