package org.luoshi.kernel.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A source line and the rows of marks under it.
///
/// The rightmost mark has its words beside it; words of the others hang below on a line of their own.
///
/// @param source as shown
/// @param rows without the gutter
record MarkedLine(String source, List<String> rows) {

    /// Longer lines are cut to this many code points around the first mark.
    private static final int LONGEST = 160;

    private static final int LEAD = 40;

    static MarkedLine of(String line, List<Fragment> fragments) {
        int length = line.codePointCount(0, line.length());
        if (length <= LONGEST) return drawn(line, fragments);
        int first = fragments.stream().mapToInt(Fragment::from).min().orElse(1);
        int start = Math.clamp(first - 1L - LEAD, 0, length - LONGEST);
        int end = start + LONGEST;
        String window = line.substring(line.offsetByCodePoints(0, start), line.offsetByCodePoints(0, end));
        String before = start > 0 ? "…" : "";
        String cut = before + window + (end < length ? "…" : "");
        int shift = start - before.length();
        int width = 1 + cut.codePointCount(0, cut.length());
        return drawn(cut, fragments.stream().map(fragment -> fragment.left(shift, width)).toList());
    }

    private static MarkedLine drawn(String line, List<Fragment> fragments) {
        List<Placed> placed = fragments.stream()
                .map(fragment -> Placed.of(line, fragment))
                .sorted(Comparator.comparingInt(Placed::start)
                        .thenComparingInt(Placed::end)
                        .thenComparing(Placed::primary))
                .toList();
        return new MarkedLine(Cells.shown(line), rows(placed));
    }

    /// A fragment in cells from 0.
    private record Placed(int start, int end, boolean primary, String words) {

        static Placed of(String line, Fragment fragment) {
            int start = Cells.before(line, fragment.from());
            int end = Cells.before(line, fragment.to());
            return new Placed(start, Math.max(end, start + 1), fragment.primary(), fragment.words());
        }
    }

    private static List<String> rows(List<Placed> placed) {
        List<String> rows = new ArrayList<>();
        Placed last = placed.getLast();
        boolean beside = placed.stream().allMatch(other -> other.end() <= last.end());
        rows.add(underline(placed) + (beside && !last.words().isEmpty() ? " " + last.words() : ""));
        List<Placed> hanging = new ArrayList<>(beside ? placed.subList(0, placed.size() - 1) : placed);
        hanging.removeIf(mark -> mark.words().isEmpty());
        if (!hanging.isEmpty()) rows.add(stems(hanging, Integer.MAX_VALUE));
        for (Placed mark : hanging.reversed()) {
            String stems = stems(hanging, mark.start());
            rows.add(stems + " ".repeat(mark.start() - stems.length()) + mark.words());
        }
        return rows;
    }

    private static String underline(List<Placed> placed) {
        StringBuilder row = new StringBuilder();
        placed.stream().filter(mark -> !mark.primary()).forEach(mark -> draw(row, mark, '-'));
        placed.stream().filter(Placed::primary).forEach(mark -> draw(row, mark, '^'));
        return row.toString();
    }

    private static void draw(StringBuilder row, Placed mark, char sign) {
        while (row.length() < mark.end()) row.append(' ');
        for (int cell = mark.start(); cell < mark.end(); cell++) row.setCharAt(cell, sign);
    }

    private static String stems(List<Placed> hanging, int before) {
        StringBuilder row = new StringBuilder();
        for (Placed mark : hanging) {
            if (mark.start() >= before) continue;
            while (row.length() <= mark.start()) row.append(' ');
            row.setCharAt(mark.start(), '|');
        }
        return row.toString();
    }
}
