package org.luoshi.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.digest.Sha256;

/// What lets a program in: an id by which it is found, and a secret of 256 random bits of which only a digest is kept. A
/// secret that nobody can guess needs no slow hash, so it may be shown with every request.
///
/// @param id 16 lower-case digits of base 16
/// @param secret 64 of them
public record KeySecret(String id, String secret) {

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})(.)([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one.
    public static KeySecret draw() {
        return new KeySecret(hex(ID_BYTES), hex(SECRET_BYTES));
    }

    /// @param between the one character between id and secret
    /// @return empty where the text is none
    public static Optional<KeySecret> read(String text, String before, String between) {
        if (!text.startsWith(before)) return Optional.empty();
        Matcher form = FORM.matcher(text.substring(before.length()));
        return form.matches() && form.group(2).equals(between)
                ? Optional.of(new KeySecret(form.group(1), form.group(3)))
                : Optional.empty();
    }

    /// As [#read] reads it.
    public String written(String before, String between) {
        return before + id + between + secret;
    }

    public byte[] digest() {
        return Sha256.of(secret);
    }

    /// Whether it is the secret of which this digest was kept, in a time that tells nothing of how nearly.
    public boolean opens(byte[] kept) {
        return MessageDigest.isEqual(digest(), kept);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "key " + id;
    }

    private static String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
