package org.luoshi.kernel.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4), 32 bytes. A text is digested in UTF-8.
public final class Sha256 {

    private Sha256() {}

    public static byte[] of(byte[] content) {
        return counting().digest(content);
    }

    /// For what comes in parts.
    public static MessageDigest counting() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// 64 lower-case digits.
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /// 64 lower-case digits.
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
