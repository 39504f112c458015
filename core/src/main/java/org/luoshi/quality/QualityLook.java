package org.luoshi.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualityCheck;

/// When a check was last made.
///
/// @param at null before the first time
/// @param late whether records have changed since, or the day has
/// @param unjudged why nothing could be said; null where something could
public record QualityLook(QualityCheck check, @Nullable Instant at, boolean late, @Nullable Unjudged unjudged) {

    /// Why an outlier check says nothing.
    public enum Unjudged {
        TOO_FEW,
        /// Half of the values are the same, so that any other would be far.
        NO_SPREAD
    }
}
