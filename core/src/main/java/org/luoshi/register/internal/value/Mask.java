package org.luoshi.register.internal.value;

import org.luoshi.pack.Field.PersonalKind;

/// Personal data as shown to whoever may not or need not see it.
public final class Mask {

    private static final String STARS = "***";

    private Mask() {}

    public static String of(PersonalKind kind, Object value) {
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        return switch (kind) {
            case NAME -> first(text, 1) + "*".repeat(Math.clamp(length - 1L, 1, 3));
            case PHONE -> length >= 11 ? first(text, 3) + "****" + last(text, 4) : STARS + last(text, Math.min(2, length / 2));
            case IDENTITY -> length >= 15 ? first(text, 3) + "***********" + last(text, 2) : STARS;
            case ADDRESS -> length > 6 ? first(text, 6) + STARS : STARS;
            case HEALTH -> STARS;
        };
    }

    private static String first(String text, int count) {
        return text.substring(0, text.offsetByCodePoints(0, count));
    }

    private static String last(String text, int count) {
        return text.substring(text.offsetByCodePoints(text.length(), -count));
    }
}
