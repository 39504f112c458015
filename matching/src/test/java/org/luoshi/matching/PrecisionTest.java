package org.luoshi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.matching.LabelledSet.Figures;

/// How well the matcher does on the labelled set, beside plain pairs of characters in the same run. The figures follow
/// from the texts alone: whoever changes the scoring reports the new ones here.
class PrecisionTest {

    private static final Matcher MATCHER = Matcher.over(LabelledSet.achievements());

    private static List<String> matched(String text, int most) {
        return MATCHER.rank(text, most).stream().map(Candidate::id).toList();
    }

    /// The baseline: BM25 over all pairs of neighbouring characters, no dictionary.
    private static List<String> plain(String text, int most) {
        List<Entry> entries = LabelledSet.achievements();
        Likeness pairs = new Likeness(entries.stream().map(e -> Terms.pairs(e.text())).toList());
        Map<String, Double> scores = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            double score = pairs.shared(i, Terms.pairs(text)).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (score > 0) scores.put(entries.get(i).id(), score);
        }
        List<String> ids = new ArrayList<>(scores.keySet());
        ids.sort(Comparator.comparingDouble((String id) -> scores.get(id)).reversed().thenComparing(id -> id));
        return ids.subList(0, Math.min(most, ids.size()));
    }

    private static void figures(Figures measured, double precision, double recall, double first) {
        assertThat(measured.precision()).as("precision@3").isCloseTo(precision, within(0.0006));
        assertThat(measured.recall()).as("recall@10").isCloseTo(recall, within(0.0006));
        assertThat(measured.first()).as("precision@1").isCloseTo(first, within(0.0006));
    }

    @Test
    void theSetIsAsLargeAsSaid() {
        assertThat(LabelledSet.needs()).hasSize(60);
        assertThat(LabelledSet.achievements()).hasSize(120);
        assertThat(LabelledSet.needs().stream().filter(LabelledSet.Need::heldOut)).hasSize(18);
        assertThat(LabelledSet.ceiling(false)).isCloseTo(0.444, within(0.0006));
        assertThat(LabelledSet.ceiling(true)).isCloseTo(0.444, within(0.0006));
    }

    @Test
    void onTheNeedsItWasChosenBy() {
        figures(LabelledSet.measure(PrecisionTest::plain, false), 0.325, 0.798, 0.667);
        figures(LabelledSet.measure(PrecisionTest::matched, false), 0.397, 0.964, 0.786);
    }

    @Test
    void onTheNeedsThatWereHeldOut() {
        figures(LabelledSet.measure(PrecisionTest::plain, true), 0.296, 0.778, 0.667);
        figures(LabelledSet.measure(PrecisionTest::matched, true), 0.296, 0.806, 0.667);
    }
}
