package org.luoshi.indicator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// Which figure is to be explained, and which part of its records is wanted.
///
/// @param asOf null for the present
/// @param offset records to skip, from 0
/// @param limit records at most
public record ExplainRequest(
        QualifiedId indicator, String unit, Period period, @Nullable Instant asOf, int offset, int limit) {

    public ExplainRequest {
        if (offset < 0 || limit < 1)
            throw new IllegalArgumentException(
                    "need offset from 0 and limit from 1, got %d and %d".formatted(offset, limit));
    }
}
