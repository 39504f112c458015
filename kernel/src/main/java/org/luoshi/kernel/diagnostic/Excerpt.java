package org.luoshi.kernel.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.luoshi.kernel.lookup.Known;

/// One file's part of a diagnostic: where, and the source lines with their marks.
final class Excerpt {

    private static final String GAP = "...";

    private final List<Mark> marks;
    private final Sources sources;
    private final SortedMap<Integer, List<Fragment>> fragments = new TreeMap<>();
    private final List<String> placeless = new ArrayList<>();

    /// @param marks all in one file, at least one
    Excerpt(List<Mark> marks, Sources sources) {
        this.marks = marks;
        this.sources = sources;
        for (Mark mark : marks) {
            boolean visible = !mark.span().isWholeFile()
                    && sources.line(file(), mark.firstLine()).isPresent()
                    && sources.line(file(), mark.lastLine()).isPresent();
            if (visible) fragment(mark);
            else if (!mark.words().isEmpty()) placeless.add(mark.words());
        }
    }

    /// Whether any source line is shown.
    boolean isShown() {
        return !fragments.isEmpty();
    }

    int lastLine() {
        return fragments.isEmpty() ? 0 : fragments.lastKey();
    }

    List<String> lines(Gutter gutter) {
        List<String> lines = new ArrayList<>();
        lines.add(marks.getFirst().primary()
                ? gutter.place("-->", marks.getFirst().span())
                : gutter.place(":::", first().span()));
        placeless.forEach(words -> lines.add(gutter.remark(words)));
        if (isShown()) lines.add(gutter.blank());
        int above = 0;
        for (int line : fragments.keySet()) {
            if (above > 0 && line == above + 2) lines.add(gutter.numbered(above + 1, Cells.shown(source(above + 1))));
            else if (above > 0 && line > above + 2) lines.add(GAP);
            MarkedLine marked = MarkedLine.of(source(line), Known.in(fragments, line));
            lines.add(gutter.numbered(line, marked.source()));
            marked.rows().forEach(row -> lines.add(gutter.beside(row)));
            above = line;
        }
        return lines;
    }

    private Mark first() {
        return marks.stream().min(Comparator.comparing(Mark::span)).orElseThrow();
    }

    private String file() {
        return marks.getFirst().span().file();
    }

    private String source(int line) {
        return sources.line(file(), line).orElse("");
    }

    /// A long span is underlined on its first and last line only.
    private void fragment(Mark mark) {
        int first = mark.firstLine();
        int last = mark.lastLine();
        for (int line = first; line <= last; line++) {
            if (line > first && line < last && last - first > 2) continue;
            String source = source(line);
            int end = 1 + source.codePointCount(0, source.length());
            int from = line == first ? mark.span().from().column() : 1 + indent(source);
            int to = line == mark.span().to().line() ? mark.span().to().column() : end;
            fragments.computeIfAbsent(line, unused -> new ArrayList<>())
                    .add(new Fragment(from, Math.max(from, to), mark.primary(), line == last ? mark.words() : ""));
        }
    }

    private static int indent(String source) {
        return source.length() - source.stripLeading().length();
    }
}
