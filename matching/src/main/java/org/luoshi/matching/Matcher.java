package org.luoshi.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ranks texts by what they share with a given one, rare terms counting more than common ones.
///
/// Safe for several threads. Ties go by id, so that equal questions have equal answers.
public final class Matcher {

    /// What a shared character weighs against a shared word or pair; chosen on the tuned part of the labelled set.
    private static final double CHARACTERS = 1.5;

    /// Reasons told at most.
    private static final int REASONS = 6;

    private final List<Entry> entries;
    private final Likeness words;
    private final Likeness pairs;
    private final Likeness characters;

    private Matcher(List<Entry> entries) {
        this.entries = entries;
        List<Terms> terms = entries.stream().map(entry -> Terms.of(entry.text())).toList();
        this.words = new Likeness(terms.stream().map(Terms::words).toList());
        this.pairs = new Likeness(terms.stream().map(Terms::pairs).toList());
        this.characters = new Likeness(terms.stream().map(Terms::characters).toList());
    }

    public static Matcher over(Collection<Entry> entries) {
        return new Matcher(List.copyOf(entries));
    }

    /// The texts most like the given one, best first; none that shares nothing.
    public List<Candidate> rank(String asked, int most) {
        Terms terms = Terms.of(asked);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Map<String, Double> parts = new HashMap<>(words.shared(i, terms.words()));
            pairs.shared(i, terms.pairs()).forEach((pair, part) -> parts.merge(pair, part, Double::sum));
            characters
                    .shared(i, terms.characters())
                    .forEach((one, part) -> parts.merge(one, CHARACTERS * part, Double::sum));
            double score = parts.values().stream().mapToDouble(Double::doubleValue).sum();
            if (score > 0) candidates.add(new Candidate(entries.get(i).id(), score, reasons(parts, score)));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id));
        return List.copyOf(candidates.subList(0, Math.min(most, candidates.size())));
    }

    /// What stands within a longer shared term is told by that one.
    private static List<SharedTerm> reasons(Map<String, Double> parts, double score) {
        Map<String, Double> told = new HashMap<>();
        parts.forEach((term, part) -> {
            String whole = parts.keySet().stream()
                    .filter(other -> other.contains(term))
                    .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .orElse(term);
            told.merge(whole, part / score, Double::sum);
        });
        return told.entrySet().stream()
                .map(entry -> new SharedTerm(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(SharedTerm::share).reversed().thenComparing(SharedTerm::term))
                .limit(REASONS)
                .toList();
    }
}
