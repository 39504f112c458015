package org.luoshi.webhook.internal;

import org.jspecify.annotations.Nullable;

/// What came of an attempt.
///
/// @param status of HTTP; null where no answer came
/// @param failure why it failed; null where it was received
record Answer(@Nullable Integer status, @Nullable String failure) {

    static Answer of(int status) {
        return status >= 200 && status < 300 ? new Answer(status, null) : new Answer(status, "HTTP " + status);
    }

    static Answer none(String failure) {
        return new Answer(null, failure);
    }

    boolean received() {
        return failure == null;
    }
}
