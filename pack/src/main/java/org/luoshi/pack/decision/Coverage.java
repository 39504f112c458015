package org.luoshi.pack.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Rule;

/// Which cases a table's rules cover: proved over values that stand for all ([Points]), with an example for each fault.
public final class Coverage {

    /// Different sets of rules looked at before we give up.
    private static final int MOST = 200_000;

    /// A case that shows a fault: input → value, null for empty.
    public record Witness(Map<String, @Nullable Object> inputs) {

        /// Whether a value stands for all that no cell names.
        public static boolean isAnyOther(@Nullable Object value) {
            return Points.OTHER.equals(value);
        }
    }

    /// Two rules that hit together.
    public record Overlap(Rule first, Rule second, Witness witness) {}

    /// There are more combinations than can be looked at.
    public static final class TooLarge extends Exception {
        TooLarge() {
            super("more than %d combinations of rules".formatted(MOST));
        }
    }

    private final DecisionTable table;
    private final List<List<@Nullable Object>> points = new ArrayList<>();
    /// For each input and each of its points: the rules that it satisfies.
    private final List<List<BitSet>> satisfied = new ArrayList<>();

    public Coverage(DecisionTable table) {
        this.table = table;
        for (Input input : table.inputs()) {
            List<@Nullable Object> values = Points.of(input, table.rules());
            points.add(values);
            List<BitSet> sets = new ArrayList<>();
            for (Object value : values) {
                BitSet rules = new BitSet();
                for (int rule = 0; rule < table.rules().size(); rule++) {
                    var cell = table.rules().get(rule).when().get(input.id());
                    rules.set(rule, cell == null || Deciding.holds(cell, value));
                }
                sets.add(rules);
            }
            satisfied.add(sets);
        }
    }

    /// A case that no rule covers.
    public Optional<Witness> gap() throws TooLarge {
        BitSet all = new BitSet();
        all.set(0, table.rules().size());
        return Optional.ofNullable(new Search(null).gap(0, all));
    }

    /// Every pair of rules that hit together.
    public List<Overlap> overlaps() {
        List<Overlap> overlaps = new ArrayList<>();
        for (int first = 0; first < table.rules().size(); first++) {
            for (int second = first + 1; second < table.rules().size(); second++) {
                Witness witness = common(first, second);
                if (witness != null)
                    overlaps.add(new Overlap(table.rules().get(first), table.rules().get(second), witness));
            }
        }
        return overlaps;
    }

    /// Rules that no case satisfies.
    public List<Rule> never() {
        return table.rules().stream()
                .filter(rule -> common(rule.number() - 1, rule.number() - 1) == null)
                .toList();
    }

    /// Rules of which the rules before cover every case, though some case satisfies them.
    public List<Rule> shadowed() throws TooLarge {
        List<Rule> shadowed = new ArrayList<>();
        for (int rule = 1; rule < table.rules().size(); rule++) {
            BitSet before = new BitSet();
            before.set(0, rule);
            boolean satisfiable = common(rule, rule) != null;
            if (satisfiable && new Search(rule).gap(0, before) == null)
                shadowed.add(table.rules().get(rule));
        }
        return shadowed;
    }

    private @Nullable Witness common(int first, int second) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        for (int input = 0; input < points.size(); input++) {
            int found = -1;
            for (int point = 0; found < 0 && point < points.get(input).size(); point++) {
                BitSet rules = satisfied.get(input).get(point);
                if (rules.get(first) && rules.get(second)) found = point;
            }
            if (found < 0) return null;
            inputs.put(table.inputs().get(input).id(), points.get(input).get(found));
        }
        return new Witness(inputs);
    }

    /// Walks the inputs one after the other with the rules that are still possible: where none is, nothing covers the case.
    private final class Search {

        /// Only cases that this rule covers; null for all.
        private final @Nullable Integer within;

        private final List<Set<BitSet>> covered = new ArrayList<>();
        private final int[] chosen = new int[points.size()];
        private int looked;

        Search(@Nullable Integer within) {
            this.within = within;
            points.forEach(_ -> covered.add(new HashSet<>()));
        }

        @Nullable Witness gap(int input, BitSet possible) throws TooLarge {
            if (possible.isEmpty()) return complete(input);
            if (input == points.size() || !covered.get(input).add(possible)) return null;
            if (++looked > MOST) throw new TooLarge();
            Map<BitSet, Integer> next = new HashMap<>();
            for (int point = 0; point < points.get(input).size(); point++) {
                if (!allowed(input, point)) continue;
                BitSet left = (BitSet) possible.clone();
                left.and(satisfied.get(input).get(point));
                next.putIfAbsent(left, point);
            }
            for (int point : next.values().stream().sorted().toList()) {
                BitSet left = (BitSet) possible.clone();
                left.and(satisfied.get(input).get(point));
                chosen[input] = point;
                Witness found = gap(input + 1, left);
                if (found != null) return found;
            }
            return null;
        }

        private boolean allowed(int input, int point) {
            return within == null || satisfied.get(input).get(point).get(within);
        }

        private @Nullable Witness complete(int from) {
            Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
            for (int input = 0; input < points.size(); input++) {
                int point = input < from ? chosen[input] : 0;
                while (input >= from && !allowed(input, point)) point++;
                inputs.put(table.inputs().get(input).id(), points.get(input).get(point));
            }
            return new Witness(inputs);
        }
    }
}
