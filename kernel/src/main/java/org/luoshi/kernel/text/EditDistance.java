package org.luoshi.kernel.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How many typing slips lie between two words: insertions, deletions, substitutions and swaps of neighbours.
///
/// Optimal string alignment over code points, so a Chinese character or an emoji is one slip. Case is ignored.
public final class EditDistance {

    private EditDistance() {}

    /// Number of slips, 0 or more.
    public static int between(String a, String b) {
        int[] left = fold(a);
        int[] right = fold(b);
        int[] beforeLast = new int[right.length + 1];
        int[] last = new int[right.length + 1];
        int[] row = new int[right.length + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= left.length; i++) {
            row[0] = i;
            for (int j = 1; j <= right.length; j++) {
                int substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int best = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[right.length];
    }

    /// The nearest candidates, best first, however far away; ties in natural order.
    ///
    /// For listing a few members of a closed set that is too long to list whole.
    ///
    /// @param max how many to return at most
    public static List<String> nearest(String word, Collection<String> candidates, int max) {
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .distinct()
                .map(candidate -> new Scored(candidate, between(word, candidate)))
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
                .limit(max)
                .map(Scored::candidate)
                .toList();
    }

    /// The one candidate worth asking "did you mean" about, if any.
    ///
    /// A third of the longer word may be mistyped (rustc's rule of thumb); the same underscore-separated words in
    /// another order also count.
    public static Optional<String> suggestion(String word, Collection<String> candidates) {
        Optional<String> nearest = nearest(word, candidates, 1).stream()
                .filter(candidate -> between(word, candidate) <= tolerance(word, candidate))
                .findFirst();
        return nearest.or(() -> candidates.stream()
                .sorted()
                .filter(candidate -> sortedWords(candidate).equals(sortedWords(word)))
                .findFirst());
    }

    private static int tolerance(String word, String candidate) {
        int length = Math.max(word.codePointCount(0, word.length()), candidate.codePointCount(0, candidate.length()));
        return Math.max(length, 3) / 3;
    }

    private static List<String> sortedWords(String identifier) {
        return Arrays.stream(identifier.toLowerCase(Locale.ROOT).split("_"))
                .sorted()
                .toList();
    }

    private static int[] fold(String word) {
        return word.toLowerCase(Locale.ROOT).codePoints().toArray();
    }
}
