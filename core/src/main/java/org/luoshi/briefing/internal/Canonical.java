package org.luoshi.briefing.internal;

import org.luoshi.briefing.Briefing;
import org.luoshi.kernel.digest.Sha256;
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
        return Sha256.hex(text);
    }
}
