package org.luoshi.stream.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.luoshi.stream.rule.Rule;

/// Ids that anybody can compute again: SHA-256 of rule, version, sensor, kind and moment, as a UUID of version 8 (RFC 9562).
final class TransitionIds {

    private final byte[] rule;

    TransitionIds(Rule rule) {
        this.rule = (rule.id() + "@" + rule.version()).getBytes(StandardCharsets.UTF_8);
    }

    UUID of(long key, Transition.Kind kind, long at) {
        byte[] hash = sha256().digest(ByteBuffer.allocate(rule.length + 17)
                .put(rule)
                .putLong(key)
                .put((byte) kind.name().charAt(0))
                .putLong(at)
                .array());
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong() & ~0xF000L | 0x8000L, bits.getLong() & ~(3L << 62) | 1L << 63);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
