package org.luoshi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as it is compared: by words, by pairs of neighbouring characters, and by single ones, so that 漏气 and 泄漏
/// or 跌倒 and 摔倒 share something though no dictionary joins them.
record Terms(List<String> words, List<String> pairs, List<String> characters) {

    static Terms of(String text) {
        List<String> words = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        List<String> characters = new ArrayList<>();
        for (List<String> run : ContentWords.runs(text)) {
            run.stream().filter(word -> word.length() > 1).forEach(words::add);
            String joined = String.join("", run);
            pairs.addAll(pairs(joined));
            joined.codePoints().mapToObj(Character::toString).forEach(characters::add);
        }
        return new Terms(words, pairs, characters);
    }

    /// Every two neighbouring letters or digits.
    static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        String before = null;
        for (int point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            String letter = Character.isLetterOrDigit(point) ? Character.toString(point) : null;
            if (before != null && letter != null) pairs.add(before + letter);
            before = letter;
        }
        return pairs;
    }
}
