package org.luoshi.briefing.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.luoshi.briefing.Briefing;
import tools.jackson.databind.json.JsonMapper;

/// A briefing as one text, the same whenever it is written, and its digest.
public final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Canonical() {}

    public static String write(Briefing briefing) {
        return JSON.writeValueAsString(briefing);
    }

    public static Briefing read(String text) {
        return JSON.readValue(text, Briefing.class);
    }

    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
