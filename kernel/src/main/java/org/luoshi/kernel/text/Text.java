package org.luoshi.kernel.text;

import java.util.Objects;

/// A text in both languages.
///
/// @param zh Chinese
/// @param en English
public record Text(String zh, String en) {

    /// Nothing to say, in both languages.
    public static final Text EMPTY = new Text("", "");

    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /// The same words in both languages: identifiers, numbers, proper names without a translation.
    public static Text same(String words) {
        return new Text(words, words);
    }

    /// In quotation marks; those within it become the inner ones.
    public Text quoted() {
        return new Text("“" + inner(zh) + "”", "“" + inner(en) + "”");
    }

    private static String inner(String words) {
        return words.replace('“', '‘').replace('”', '’');
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }
}
