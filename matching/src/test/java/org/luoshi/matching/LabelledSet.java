package org.luoshi.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The needs and achievements under `labelled`, and how well a ranking does on them.
final class LabelledSet {

    private static final Path FOLDER = Path.of("src", "test", "resources", "labelled");

    record Need(String id, boolean heldOut, String text, Set<String> relevant) {}

    /// Ids of achievements for a need's text, best first.
    interface Ranking {
        List<String> rank(String text, int most);
    }

    /// @param precision of the first three: relevant ones among them, divided by three
    /// @param recall of the first ten
    /// @param first share of needs whose first achievement is relevant
    record Figures(double precision, double recall, double first) {}

    static List<Need> needs() {
        return lines("needs.tsv")
                .map(f -> new Need(f[0], f[2].equals("held_out"), f[3], Set.of(f[4].split(",", -1))))
                .toList();
    }

    static List<Entry> achievements() {
        return lines("achievements.tsv").map(f -> new Entry(f[0], f[2])).toList();
    }

    static Figures measure(Ranking ranking, boolean heldOut) {
        List<Need> needs = needs().stream().filter(need -> need.heldOut() == heldOut).toList();
        double precision = 0;
        double recall = 0;
        double first = 0;
        for (Need need : needs) {
            List<String> ids = ranking.rank(need.text(), 10);
            precision += ids.stream().limit(3).filter(need.relevant()::contains).count() / 3.0;
            recall += (double) ids.stream().filter(need.relevant()::contains).count() / need.relevant().size();
            first += !ids.isEmpty() && need.relevant().contains(ids.getFirst()) ? 1 : 0;
        }
        return new Figures(precision / needs.size(), recall / needs.size(), first / needs.size());
    }

    /// The best that could be reached: few needs have three relevant achievements.
    static double ceiling(boolean heldOut) {
        Map<String, Integer> relevant = new HashMap<>();
        needs().stream().filter(n -> n.heldOut() == heldOut).forEach(n -> relevant.put(n.id(), n.relevant().size()));
        return relevant.values().stream().mapToDouble(n -> Math.min(3, n) / 3.0).average().orElseThrow();
    }

    private static Stream<String[]> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).map(line -> line.split("\t", -1));
        } catch (IOException failed) {
            throw new IllegalStateException(file, failed);
        }
    }

    private LabelledSet() {}
}
