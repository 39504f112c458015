package org.luoshi.compiler;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luoshi.compiler.internal.mistake.Catalogue;
import org.luoshi.compiler.internal.mistake.Mistake;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.ExpressionMistake;

/// A page per diagnostic code: what it says, a wrong example as reported, and the right one.
final class DiagnosticPages {

    private static final int LINES = 40;

    private DiagnosticPages() {}

    /// Path below `docs/reference` → content.
    static Map<String, String> all() {
        Map<String, List<MistakeFolder>> folders = MistakeFolder.all()
                .collect(Collectors.groupingBy(MistakeFolder::code, TreeMap::new, Collectors.toList()));
        Map<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder("# 诊断代码 · Diagnostic codes\n\n");
        for (Entry entry : entries()) {
            pages.put(
                    "diagnostics/" + entry.code() + ".md", page(entry, folders.getOrDefault(entry.code(), List.of())));
            index.append("- [")
                    .append(entry.code())
                    .append("](")
                    .append(entry.code())
                    .append(".md) ");
            index.append(entry.headline().zh())
                    .append(" · ")
                    .append(entry.headline().en())
                    .append('\n');
        }
        pages.put("diagnostics/README.md", index.toString());
        return pages;
    }

    private record Entry(String code, String severity, Text headline, List<Text> advice) {}

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Mistake mistake : Catalogue.ALL) {
            List<Text> advice = new ArrayList<>(mistake.notes());
            advice.addAll(mistake.helps());
            entries.add(new Entry(
                    mistake.code().value(),
                    mistake.severity().label().zh() + " · "
                            + mistake.severity().label().en(),
                    mistake.headline(),
                    advice));
        }
        for (ExpressionMistake mistake : ExpressionMistake.values()) {
            entries.add(new Entry(
                    mistake.code().value(),
                    "错误 · error",
                    mistake.headline(),
                    mistake.help().isEmpty() ? List.of() : List.of(mistake.help())));
        }
        entries.sort((a, b) -> a.code().compareTo(b.code()));
        return entries;
    }

    private static String page(Entry entry, List<MistakeFolder> folders) {
        StringBuilder out = new StringBuilder("# ").append(entry.code()).append("\n\n");
        out.append("<!-- 由测试里的例子生成，不要手改。Generated from the examples of the tests; do not edit. -->\n\n");
        out.append(entry.severity()).append("\n\n");
        out.append(entry.headline().zh())
                .append("\n\n")
                .append(entry.headline().en())
                .append("\n\n");
        for (Text advice : entry.advice()) {
            out.append("- ")
                    .append(advice.zh())
                    .append("\n- ")
                    .append(advice.en())
                    .append('\n');
        }
        if (!entry.advice().isEmpty()) out.append('\n');
        folders.forEach(folder -> example(out, folder));
        MadeOnTheSpot.find(entry.code()).ifPresent(odd -> {
            wrong(out, odd.text(Language.ZH), odd.text(Language.EN));
            out.append(odd.because().zh()).append("\n\n").append(odd.because().en()).append('\n');
        });
        return out.toString();
    }

    private static void wrong(StringBuilder out, String zh, String en) {
        out.append("## 错 · Wrong\n\n```text\n").append(zh.stripTrailing());
        out.append("\n```\n\n```text\n").append(en.stripTrailing()).append("\n```\n\n");
    }

    private static void example(StringBuilder out, MistakeFolder folder) {
        wrong(out, MistakeFolder.read(folder.expected(Language.ZH)), MistakeFolder.read(folder.expected(Language.EN)));
        folder.mends().forEach((path, text) -> {
            out.append("## 对 · Right\n\n`").append(path).append("`\n\n```");
            out.append(path.endsWith(".csv") ? "csv" : "yaml").append('\n');
            out.append(excerpt(folder, path, text)).append("```\n\n");
        });
    }

    /// The file as it should be; of a long one the stretch that differs from the broken one.
    private static String excerpt(MistakeFolder folder, String path, String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() <= LINES) return String.join("\n", lines) + "\n";
        var broken = folder.folder().resolve(path.startsWith("pack/") ? path : "pack/" + path);
        List<String> wrong =
                Files.exists(broken) ? MistakeFolder.read(broken).lines().toList() : List.of();
        int first = 0;
        while (first < Math.min(lines.size(), wrong.size()) && lines.get(first).equals(wrong.get(first))) first++;
        int from = Math.clamp(first - LINES / 2, 0, lines.size() - LINES);
        return "# …\n" + String.join("\n", lines.subList(from, from + LINES)) + "\n";
    }
}
