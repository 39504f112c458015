package org.luoshi.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key by which programs read in an account's name 访问密钥, without its secret.
///
/// @param id first part of the key, which may be told
/// @param usedAt when it last opened something, to the nearest few minutes; null for never
/// @param revokedAt null while it is not revoked
public record AccessKey(
        String id,
        String account,
        String title,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    public boolean opens(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
