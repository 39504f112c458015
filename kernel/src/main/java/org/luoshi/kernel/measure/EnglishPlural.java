package org.luoshi.kernel.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// English names of units as they stand after a number: beds, enterprises or institutions, items per month.
final class EnglishPlural {

    private static final Map<String, String> IRREGULAR = Map.of("person", "people");
    private static final Set<String> UNCHANGED = Set.of("yuan", "mu", "percent", "mille", "hertz", "celsius");

    private EnglishPlural() {}

    static String of(String label) {
        int per = label.indexOf(" per ");
        String counted = per < 0 ? label : label.substring(0, per);
        return Arrays.stream(counted.split(" or "))
                        .map(EnglishPlural::phrase)
                        .collect(Collectors.joining(" or "))
                + (per < 0 ? "" : label.substring(per));
    }

    /// The last word takes the ending, or the one before `of`: kilograms of CO2 equivalent, degrees Celsius.
    private static String phrase(String phrase) {
        int of = phrase.indexOf(" of ");
        if (of > 0) return word(phrase.substring(0, of)) + phrase.substring(of);
        if (phrase.endsWith(" Celsius")) return word(phrase.substring(0, phrase.length() - 8)) + " Celsius";
        int space = phrase.lastIndexOf(' ');
        return phrase.substring(0, space + 1) + word(phrase.substring(space + 1));
    }

    private static String word(String word) {
        if (UNCHANGED.contains(word) || word.endsWith("s") || word.endsWith(")")) return word;
        String irregular = IRREGULAR.get(word);
        if (irregular != null) return irregular;
        if (word.endsWith("ch") || word.endsWith("sh") || word.endsWith("x")) return word + "es";
        boolean consonant = word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
        return word.endsWith("y") && consonant ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }
}
