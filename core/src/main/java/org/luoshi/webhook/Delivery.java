package org.luoshi.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event on its way to one receiver.
///
/// @param event id of the CloudEvent, by which a receiver knows one that comes twice
/// @param body the CloudEvent
/// @param nextAt of a waiting one: when it is tried again
/// @param endedAt when it was delivered or given up
/// @param status of the last answer; null where none came
/// @param failure why the last attempt failed
public record Delivery(
        long id,
        String webhook,
        String event,
        Topic topic,
        String body,
        Instant createdAt,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable Integer status,
        @Nullable String failure) {

    public enum State {
        WAITING,
        DELIVERED,
        DEAD
    }
}
