package org.luoshi.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A receiver, without the secret that signs what it is sent.
///
/// @param pausedAt null while it is told
/// @param waiting deliveries still to be made
/// @param dead deliveries that were given up
public record Webhook(
        String id,
        String title,
        String address,
        Set<Topic> topics,
        String createdBy,
        Instant createdAt,
        @Nullable Instant pausedAt,
        long waiting,
        long dead) {

    public Webhook {
        topics = Set.copyOf(topics);
    }
}
