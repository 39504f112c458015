package org.luoshi.compiler.internal.reference;

import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.Constructs;
import org.luoshi.compiler.internal.form.Table;
import org.luoshi.compiler.internal.form.Tables;
import org.luoshi.kernel.text.Language;

/// The generated part of `docs/reference` that follows from declarations alone.
public final class ReferencePages {

    private ReferencePages() {}

    /// Path below `docs/reference` → content.
    public static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        for (Language language : Language.values()) {
            StringBuilder index =
                    new StringBuilder(language == Language.ZH ? "# 包格式参考\n\n" : "# Pack format reference\n\n");
            for (Construct construct : Constructs.ALL) {
                pages.put(language.tag() + "/" + construct.id() + ".md", ConstructPage.of(construct, language));
                line(
                        index,
                        construct.title().in(language),
                        construct.id(),
                        construct.path().replace("*", "ID"));
            }
            for (Table table : Tables.ALL) {
                pages.put(language.tag() + "/" + table.id() + ".md", TablePage.of(table, language));
                line(index, table.title().in(language), table.id(), table.path());
            }
            pages.put(language.tag() + "/functions.md", FunctionPage.of(language));
            index.append("\n[").append(FunctionPage.TITLE.in(language)).append("](functions.md)\n");
            index.append(
                    language == Language.ZH
                            ? "\n[诊断代码](../diagnostics/README.md)\n"
                            : "\n[Diagnostic codes](../diagnostics/README.md)\n");
            pages.put(language.tag() + "/README.md", index.toString());
        }
        Schemas.all().forEach((name, schema) -> pages.put("schema/" + name, schema));
        return pages;
    }

    private static void line(StringBuilder index, String title, String id, String path) {
        index.append("- [")
                .append(title)
                .append("](")
                .append(id)
                .append(".md) `")
                .append(path)
                .append("`\n");
    }
}
