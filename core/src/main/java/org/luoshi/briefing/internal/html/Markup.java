package org.luoshi.briefing.internal.html;

/// Builds HTML; every text goes through [#text] or [#attribute].
final class Markup {

    private final StringBuilder out = new StringBuilder();

    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup text(String text) {
        escape(text, false);
        return this;
    }

    Markup attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
