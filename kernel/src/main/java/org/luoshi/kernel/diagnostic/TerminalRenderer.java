package org.luoshi.kernel.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// Plain text with source excerpts, for people at a terminal.
///
/// @param language of the words; identifiers, paths and source lines stay as they are
public record TerminalRenderer(Language language) implements DiagnosticRenderer {

    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        return diagnostics.stream()
                .map(diagnostic -> render(diagnostic, sources))
                .collect(Collectors.joining("\n"));
    }

    /// One diagnostic, ending in a line end.
    public String render(Diagnostic diagnostic, Sources sources) {
        List<Excerpt> excerpts = excerpts(diagnostic, sources);
        int lastLine = excerpts.stream().mapToInt(Excerpt::lastLine).max().orElse(0);
        Gutter gutter = new Gutter(String.valueOf(Math.max(lastLine, 1)).length());
        List<String> lines = new ArrayList<>();
        lines.add(headline(diagnostic));
        boolean excerptAbove = false;
        for (Excerpt excerpt : excerpts) {
            if (excerptAbove) lines.add(gutter.blank());
            lines.addAll(excerpt.lines(gutter));
            excerptAbove = excerpt.isShown();
        }
        diagnostic.notes().forEach(note -> lines.addAll(remark("note: ", note)));
        diagnostic.helps().forEach(help -> lines.addAll(remark("help: ", help)));
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private String headline(Diagnostic diagnostic) {
        String severity = diagnostic.severity().label().in(language);
        String colon = language == Language.ZH ? "：" : ": ";
        return severity + " " + diagnostic.code() + colon + Cells.shown(diagnostic.headline().in(language));
    }

    /// The primary file first, then the others as they are named.
    private List<Excerpt> excerpts(Diagnostic diagnostic, Sources sources) {
        Map<String, List<Mark>> files = new LinkedHashMap<>();
        add(files, diagnostic.primary(), true);
        diagnostic.others().forEach(other -> add(files, other, false));
        return files.values().stream().map(marks -> new Excerpt(marks, sources)).toList();
    }

    private void add(Map<String, List<Mark>> files, Label label, boolean primary) {
        String words = Cells.shown(label.text().in(language));
        files.computeIfAbsent(label.span().file(), unused -> new ArrayList<>())
                .add(new Mark(label.span(), words, primary));
    }

    private List<String> remark(String word, Text text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.in(language).lines().toList())
            lines.add((lines.isEmpty() ? word : " ".repeat(word.length())) + Cells.shown(line));
        return lines;
    }
}
