package org.luoshi.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;

/// A calendar to which an account has subscribed.
///
/// @param unit whose open tasks it shows; null for the account's own
public record CalendarFeed(
        String id,
        String account,
        @Nullable String unit,
        Language language,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
