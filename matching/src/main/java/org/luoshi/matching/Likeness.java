package org.luoshi.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much texts share with another one by one kind of term: BM25, each term of the asking text once.
///
/// Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", with the idf that is
/// never negative.
final class Likeness {

    /// How soon repetition stops to count.
    private static final double SATURATION = 1.2;

    /// How much a long text is held against it.
    private static final double LENGTH = 0.4;

    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final double mean;

    /// @param all the terms of each text
    Likeness(List<List<String>> all) {
        long sum = 0;
        for (List<String> terms : all) {
            Map<String, Integer> count = new HashMap<>();
            terms.forEach(term -> count.merge(term, 1, Integer::sum));
            count.keySet().forEach(term -> texts.merge(term, 1, Integer::sum));
            counts.add(count);
            lengths.add(terms.size());
            sum += terms.size();
        }
        mean = Math.max(1.0, (double) sum / Math.max(1, all.size()));
    }

    /// What one of the texts shares with the asking one: term → its part of the score.
    Map<String, Double> shared(int text, List<String> asked) {
        Set<String> wanted = new HashSet<>(asked);
        Map<String, Double> parts = new HashMap<>();
        double size = SATURATION * (1 - LENGTH + LENGTH * lengths.get(text) / mean);
        for (String term : wanted) {
            Integer count = counts.get(text).get(term);
            if (count != null) parts.put(term, rarity(term) * count * (SATURATION + 1) / (count + size));
        }
        return parts;
    }

    private double rarity(String term) {
        int in = texts.getOrDefault(term, 0);
        return Math.log(1 + (counts.size() - in + 0.5) / (in + 0.5));
    }
}
