package org.luoshi.briefing.internal.pdf;

/// What a line break never divides: one Chinese character, one Latin word with its signs, or one space.
///
/// @param width in points
record Atom(String text, Face face, double width) {

    /// 避头: may not begin a line.
    private static final String NO_START = "，。、；：？！）】〕》〉」』”’％‰℃…—·～〗｝,.;:?!)]}%";

    /// 避尾: may not end a line.
    private static final String NO_END = "（【〔《〈「『“‘〖｛￥([{";

    /// Closing signs whose right half is blank and may be given up.
    private static final String SQUEEZABLE = "，。、；：？！）】〕》〉」』”’";

    boolean space() {
        return text.equals(" ");
    }

    boolean mayStart() {
        return NO_START.indexOf(text.codePointAt(0)) < 0;
    }

    boolean mayEnd() {
        return NO_END.indexOf(text.codePointBefore(text.length())) < 0;
    }

    /// How many points the atom can be narrowed by.
    double squeeze() {
        return text.length() == 1 && SQUEEZABLE.indexOf(text.charAt(0)) >= 0 ? width / 2 : 0;
    }

    boolean dash() {
        return text.equals("—") || text.equals("…");
    }
}
