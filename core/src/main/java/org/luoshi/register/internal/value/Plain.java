package org.luoshi.register.internal.value;

/// Spaces and full-width forms as Chinese input methods and office files bring them.
public final class Plain {

    private static final char IDEOGRAPHIC_SPACE = '\u3000';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /// Distance from a full-width form (U+FF01–U+FF5E) to its ASCII sign.
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Plain() {}

    /// Without spaces of any kind at both ends.
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    /// Full-width letters, digits and signs as ASCII.
    public static String halfWidth(String text) {
        int i = 0;
        while (i < text.length() && !isWide(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        char[] plain = text.toCharArray();
        for (; i < plain.length; i++) {
            if (plain[i] == IDEOGRAPHIC_SPACE) {
                plain[i] = ' ';
            } else if (isWide(plain[i])) {
                plain[i] = (char) (plain[i] - FULL_WIDTH_OFFSET);
            }
        }
        return new String(plain);
    }

    private static boolean isWide(char c) {
        return c >= '\uff01' && c <= '\uff5e' || c == IDEOGRAPHIC_SPACE;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == IDEOGRAPHIC_SPACE || c == NO_BREAK_SPACE || c == BYTE_ORDER_MARK;
    }
}
