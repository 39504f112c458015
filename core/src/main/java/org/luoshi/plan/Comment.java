package org.luoshi.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody said about a commitment.
///
/// @param author account
/// @param body latest wording; absent once deleted
/// @param wordings every wording, oldest first
public record Comment(
        long id,
        String commitment,
        String author,
        Instant writtenAt,
        @Nullable String body,
        List<Wording> wordings) {

    public Comment {
        wordings = List.copyOf(wordings);
    }

    /// @param body absent for a deletion
    public record Wording(int version, Instant at, @Nullable String body) {}

    public boolean edited() {
        return body != null && wordings.size() > 1;
    }
}
